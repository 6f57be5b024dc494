package dev.andon.command.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Cuts a stream of bytes into lines. It holds one line at a time, and never more of it than a line may have, so a stream
 * may be endless, and one bad line costs no more than its own answer.
 */
final class Lines {

    private final int maxBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number = 1;

    private Lines(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    static Flux<Line> of(Flux<DataBuffer> bytes, int maxBytes) {
        return Flux.defer(() -> {
            var lines = new Lines(maxBytes);
            return bytes.concatMapIterable(lines::next, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(lines.last())))
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        });
    }

    private List<Line> next(DataBuffer buffer) {
        try {
            var complete = new ArrayList<Line>();
            while (buffer.readableByteCount() > 0) {
                byte b = buffer.read();
                if (b == '\n') {
                    complete.add(cut());
                } else if (line.size() < maxBytes) {
                    line.write(b);
                } else {
                    tooLong = true;
                }
            }
            return complete;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private List<Line> last() {
        return line.size() == 0 ? List.of() : List.of(cut());
    }

    private Line cut() {
        var cut = new Line(number++, tooLong ? null : line.toByteArray());
        line.reset();
        tooLong = false;
        return cut;
    }
}

package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * A command's body as it arrives. Never more of it is held than a body may have. Somewhat more is still read: a connection
 * that is closed upon somebody who is sending tells them nothing but that it was closed.
 */
final class Body extends BaseSubscriber<DataBuffer> {

    static final int MAX_BYTES = 256 * 1024;

    private static final long MAX_BYTES_READ = 8L * 1024 * 1024;

    private final MonoSink<byte[]> whole;
    private final Patience patience;
    private final long begunAt = System.nanoTime();
    private byte[] first = {};
    private @Nullable ByteArrayOutputStream all;
    private long count;

    private Body(MonoSink<byte[]> whole, Patience patience) {
        this.whole = whole;
        this.patience = patience;
    }

    /** Empty bytes if there is no body. */
    static Mono<byte[]> of(Flux<DataBuffer> buffers, Patience patience) {
        return Mono.create(whole -> {
            var body = new Body(whole, patience);
            patience.begin(body);
            whole.onCancel(() -> {
                patience.end(body);
                body.cancel();
            });
            buffers.subscribe(body);
        });
    }

    static boolean isSaidToBe(MediaType type, HttpHeaders headers) {
        try {
            return type.equalsTypeAndSubtype(headers.getContentType());
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    long begunAt() {
        return begunAt;
    }

    void breakOff(Throwable reason) {
        if (patience.end(this)) {
            cancel();
            whole.error(reason);
        }
    }

    @Override
    public Context currentContext() {
        return Context.of(whole.contextView());
    }

    @Override
    protected void hookOnNext(DataBuffer buffer) {
        try {
            count += buffer.readableByteCount();
            if (count <= MAX_BYTES) {
                byte[] read = new byte[buffer.readableByteCount()];
                buffer.read(read);
                add(read);
            }
        } finally {
            DataBufferUtils.release(buffer);
        }
        if (count > MAX_BYTES_READ) {
            breakOff(new DataBufferLimitException("A body that does not end"));
        }
    }

    /** Most bodies come in one piece, and that is not copied again. */
    private void add(byte[] read) {
        if (first.length == 0) {
            first = read;
        } else {
            if (all == null) {
                all = new ByteArrayOutputStream();
                all.writeBytes(first);
            }
            all.writeBytes(read);
        }
    }

    @Override
    protected void hookOnComplete() {
        if (!patience.end(this)) {
            return;
        }
        if (count > MAX_BYTES) {
            whole.error(new MalformedRequest(ProblemDetails.ofStatus(413)));
        } else {
            whole.success(all == null ? first : all.toByteArray());
        }
    }

    @Override
    protected void hookOnError(Throwable failure) {
        if (patience.end(this)) {
            whole.error(failure);
        }
    }
}

package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A command's body as it arrives. Never more of it is held than a body may have. Somewhat more is still read: a connection
 * that is closed upon somebody who is sending tells them nothing but that it was closed.
 */
final class Body {

    static final int MAX_BYTES = 256 * 1024;

    private static final long MAX_BYTES_READ = 8L * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long count;

    private Body() {}

    /** Empty bytes if there is no body. */
    static Mono<byte[]> of(Flux<DataBuffer> buffers, Duration timeout) {
        return buffers.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .reduceWith(Body::new, Body::add)
                .timeout(timeout)
                .onErrorMap(TimeoutException.class, _ -> new MalformedRequest(ProblemDetails.ofStatus(408)))
                .map(Body::bytes);
    }

    static boolean isSaidToBe(MediaType type, HttpHeaders headers) {
        try {
            return type.equalsTypeAndSubtype(headers.getContentType());
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private Body add(DataBuffer buffer) {
        try {
            count += buffer.readableByteCount();
            if (count > MAX_BYTES_READ) {
                throw new DataBufferLimitException("A body that does not end");
            }
            if (count <= MAX_BYTES) {
                byte[] read = new byte[buffer.readableByteCount()];
                buffer.read(read);
                bytes.writeBytes(read);
            }
            return this;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private byte[] bytes() {
        if (count > MAX_BYTES) {
            throw new MalformedRequest(ProblemDetails.ofStatus(413));
        }
        return bytes.toByteArray();
    }
}

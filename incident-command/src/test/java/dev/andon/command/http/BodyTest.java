package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BodyTest {

    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    private final List<ByteBuf> given = new ArrayList<>();
    private final Patience patience = new Patience(Duration.ofMinutes(1));

    @AfterEach
    void allThatCameIsReleased() {
        patience.close();
        assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
    }

    @Test
    void aBodyIsAllThatComes() {
        assertThat(Body.of(Flux.empty(), patience).block()).isEmpty();
        assertThat(text(Body.of(Flux.just(buffer("{}")), patience))).isEqualTo("{}");
        assertThat(text(Body.of(Flux.just(buffer("{\"a\""), buffer(""), buffer(": 1"), buffer("}")), patience)))
                .isEqualTo("{\"a\": 1}");
    }

    @Test
    void aBodyThatTakesTooLongIsGivenUp() {
        var cancelled = new AtomicBoolean();
        Flux<DataBuffer> trickling = Flux.interval(Duration.ofMillis(20)).map(_ -> buffer(" "))
                .doOnCancel(() -> cancelled.set(true));

        try (var littlePatience = new Patience(Duration.ofMillis(200))) {
            assertThatThrownBy(() -> Body.of(trickling, littlePatience).block(Duration.ofSeconds(10)))
                    .isInstanceOfSatisfying(MalformedRequest.class,
                            slow -> assertThat(slow.problem().status()).isEqualTo(408));
        }
        assertThat(cancelled).isTrue();
    }

    @Test
    void moreThanABodyMayHaveIsReadAndRefused() {
        assertThatThrownBy(() -> Body.of(mebibytes(2), patience).block())
                .isInstanceOfSatisfying(MalformedRequest.class,
                        large -> assertThat(large.problem().status()).isEqualTo(413));
    }

    @Test
    void aBodyThatDoesNotEndIsNotReadOn() {
        assertThatThrownBy(() -> Body.of(mebibytes(1_000), patience).block())
                .isInstanceOf(DataBufferLimitException.class);
        assertThat(given).hasSize(9);
    }

    @Test
    void aConnectionThatBreaksOffEndsTheBody() {
        var broken = new IllegalStateException("reset by peer");

        assertThatThrownBy(() -> Body.of(Flux.concat(Flux.just(buffer("{")), Flux.error(broken)), patience).block())
                .isSameAs(broken);
    }

    @Test
    void whoNoLongerWaitsForABodyEndsTheReading() {
        var cancelled = new AtomicBoolean();

        Body.of(Flux.<DataBuffer>never().doOnCancel(() -> cancelled.set(true)), patience).subscribe().dispose();

        assertThat(cancelled).isTrue();
    }

    private Flux<DataBuffer> mebibytes(int count) {
        return Flux.fromStream(IntStream.range(0, count).mapToObj(_ -> buffer(" ".repeat(1024 * 1024))));
    }

    private DataBuffer buffer(String text) {
        ByteBuf buffer = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        if (buffer.isReadable()) {
            given.add(buffer);
        }
        return BUFFERS.wrap(buffer);
    }

    private static String text(Mono<byte[]> body) {
        return new String(body.blockOptional().orElseThrow(), StandardCharsets.UTF_8);
    }
}

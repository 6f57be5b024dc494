package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class LinesTest {

    private static final int MAX_BYTES = 12;

    @Property
    void whereTheStreamIsCutMakesNoDifference(@ForAll("texts") String text, @ForAll("cuts") List<Integer> cuts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(linesOf(chunks(bytes, cuts))).isEqualTo(linesOf(List.of(bytes))).isEqualTo(expected(text));
    }

    @Example
    void aLineThatIsTooLongIsMissingAndTheNextOneIsNot() {
        assertThat(linesOf(List.of("abcdefghijklm\nabcdefghijkl\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("1 too long", "2 abcdefghijkl");
    }

    @Example
    void aStreamWithoutAnythingHasNoLines() {
        assertThat(linesOf(List.of())).isEmpty();
        assertThat(linesOf(List.of(new byte[0]))).isEmpty();
    }

    @Example
    void aLineOfWhiteSpaceIsBlank() {
        assertThat(new Line(1, " \t\r".getBytes(StandardCharsets.UTF_8)).isBlank()).isTrue();
        assertThat(new Line(1, " x".getBytes(StandardCharsets.UTF_8)).isBlank()).isFalse();
        assertThat(new Line(1, null).isBlank()).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "ü", "€", "😀", "\n", "\r\n", "{\"b\": 1}", " ").list().ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 200).list().ofMaxSize(60);
    }

    private static List<byte[]> chunks(byte[] bytes, List<Integer> cuts) {
        var chunks = new ArrayList<byte[]>();
        int from = 0;
        for (int cut : cuts.stream().filter(position -> position < bytes.length).sorted().toList()) {
            chunks.add(Arrays.copyOfRange(bytes, from, cut));
            from = cut;
        }
        chunks.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return chunks;
    }

    private static List<String> expected(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        var expected = new ArrayList<String>();
        for (String line : lines) {
            boolean tooLong = line.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
            expected.add((expected.size() + 1) + " " + (tooLong ? "too long" : line));
        }
        return expected;
    }

    private static List<String> linesOf(List<byte[]> chunks) {
        Flux<DataBuffer> buffers = Flux.fromIterable(chunks)
                .map(chunk -> DefaultDataBufferFactory.sharedInstance.wrap(chunk));
        return Objects.requireNonNull(Lines.of(buffers, MAX_BYTES)
                .map(line -> line.number() + " "
                        + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)))
                .collectList()
                .block());
    }
}

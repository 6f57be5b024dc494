package dev.andon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.andon.kernel.json.AndonJson;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierTest {

    private static final Map<String, Function<String, Identifier>> COUNTING = Map.of(
            "INC", IncidentId::new, "PRB", ProblemId::new, "CHG", ChangeId::new, "ACT", ActionItemId::new,
            "RBK", RunbookId::new, "OPS", OperationsReviewId::new, "RDY", ReadinessCheckId::new,
            "EVT", PlannedEventId::new);

    private static final Map<String, Function<String, Identifier>> RANDOM = Map.of("F", FindingId::new, "RB",
            RollbackId::new, "W", AnswerId::new, "KEY", ApiKeyId::new);

    static Stream<Arguments> wellShaped() {
        return Stream.concat(
                COUNTING.entrySet().stream().flatMap(kind -> Stream.of("1", "42", "999999999999")
                        .map(number -> Arguments.of(kind.getKey() + "-" + number, kind.getValue()))),
                RANDOM.entrySet().stream().flatMap(kind -> Stream.of("7K3Q", "0000", "ZZZZ", "VWXY")
                        .map(random -> Arguments.of(kind.getKey() + "-" + random, kind.getValue()))));
    }

    static Stream<Arguments> misshapen() {
        return Stream.concat(
                COUNTING.entrySet().stream().flatMap(kind -> Stream.of(
                        "0", "01", "-1", "1.0", "", "1000000000000", "1\n", "\u0661", "7K3Q")
                        .map(number -> Arguments.of(kind.getKey() + "-" + number, kind.getValue()))),
                RANDOM.entrySet().stream().flatMap(kind -> Stream.of(
                        "7K3", "7K3QQ", "7k3q", "7I3Q", "7L3Q", "7O3Q", "7U3Q", "7K3Q\n", "")
                        .map(random -> Arguments.of(kind.getKey() + "-" + random, kind.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("wellShaped")
    void anIdentifierIsWrittenAsItIsSaid(String said, Function<String, Identifier> identifier) {
        assertThat(identifier.apply(said)).hasToString(said);
        assertThat(AndonJson.mapper().writeValueAsString(identifier.apply(said))).isEqualTo('"' + said + '"');
    }

    @ParameterizedTest
    @MethodSource("wellShaped")
    void anIdentifierIsReadAsItIsWritten(String said, Function<String, Identifier> identifier) {
        Identifier expected = identifier.apply(said);

        assertThat(AndonJson.mapper().readValue('"' + said + '"', expected.getClass())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("misshapen")
    void anIdentifierOfAnotherShapeIsRefused(String said, Function<String, Identifier> identifier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identifier.apply(said))
                .withMessageStartingWith("must look like");
    }

    @Test
    void whatIsCountedIsNumbered() {
        assertThat(IncidentId.of(42)).isEqualTo(new IncidentId("INC-42"));
        assertThat(IncidentId.of(42).number()).isEqualTo(42);
        assertThat(ProblemId.of(3).number()).isEqualTo(3);
        assertThat(ChangeId.of(7).number()).isEqualTo(7);
        assertThat(ActionItemId.of(9).number()).isEqualTo(9);
        assertThat(RunbookId.of(2).number()).isEqualTo(2);
        assertThat(OperationsReviewId.of(5).number()).isEqualTo(5);
        assertThat(ReadinessCheckId.of(6).number()).isEqualTo(6);
        assertThat(PlannedEventId.of(8).number()).isEqualTo(8);
    }

    @Test
    void noTwoKindsOfIdentifierShareATag() {
        var keys = Stream.concat(
                COUNTING.entrySet().stream().map(kind -> kind.getValue().apply(kind.getKey() + "-1")),
                RANDOM.entrySet().stream().map(kind -> kind.getValue().apply(kind.getKey() + "-0000")))
                .map(identifier -> identifier.tag().key());

        assertThat(keys).hasSize(Identifier.class.getPermittedSubclasses().length).doesNotHaveDuplicates();
    }
}

package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Line;
import dev.andon.kernel.Link;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClearanceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .clockProvider(() -> CLOCK)
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final Clearance clearance = new Clearance(CLOCK);

    /** Each limit that commands have. */
    private record Limited(
            @Name String name,
            @Line String line,
            @Prose String prose,
            @PastOrPresent Instant at,
            @Size(min = 1, max = 3) List<@Name String> names,
            @Size(max = 2) List<Link> links,
            @Min(1) int number,
            @Min(0) @Max(100) Integer percent,
            @DecimalMax("100") Double decimal,
            @Size(max = 2) Map<@Name String, Double> figures,
            String anything) {}

    static Stream<Object[]> values() {
        List<Object> texts = List.of("a", "", " ", "\t\n", "\u00a0", "\u2003", "\u0000", "\u2003\u0001", "a\nb",
                "a\u0000b", "a\u007fb", "a\rb", "a\u0085b",
                "ü€\ud83d\ude00",
                "x".repeat(100), "x".repeat(101), "x".repeat(200), "x".repeat(201), "x".repeat(10_000),
                "x".repeat(10_001));
        return Stream.of(
                of("name", texts), of("line", texts), of("prose", texts), of("anything", texts),
                of("at", List.of(NOW, NOW.plusNanos(1), NOW.minusSeconds(1))),
                of("names", List.of(
                        List.of(), List.of("a"), List.of("a", ""), List.of("a", "a\nb"),
                        Collections.singletonList(null), List.of("a", "b", "c", "d"))),
                of("links", List.of(List.of(), List.of(1, 2), List.of(1, 2, 3))),
                of("number", List.of(-1, 0, 1, Integer.MAX_VALUE)),
                of("percent", List.of(-1, 0, 100, 101)),
                of("decimal", List.of(1.0, 101.0)),
                of("figures", List.of(Map.of(), Map.of("a", 1.0), Map.of("", 1.0), Map.of("a", 1., "b", 2., "c", 3.))))
                .flatMap(each -> each);
    }

    private static Stream<Object[]> of(String component, List<?> values) {
        return values.stream().map(value -> new Object[]{component, value});
    }

    @ParameterizedTest
    @MethodSource("values")
    void nothingIsClearThatTheValidatorWouldRefuse(String component, Object value) {
        if (isClear(component, value)) {
            assertThat(VALIDATOR.validateValue(Limited.class, component, value)).isEmpty();
        }
    }

    @Test
    void whatPeopleMostlySendIsClear() {
        assertThat(isClear("name", "checkout")).isTrue();
        assertThat(isClear("line", "Checkout is down")).isTrue();
        assertThat(isClear("prose", "The error rate\nwent up.")).isTrue();
        assertThat(isClear("at", NOW)).isTrue();
        assertThat(isClear("names", List.of("checkout", "payment"))).isTrue();
        assertThat(isClear("links", List.of())).isTrue();
        assertThat(isClear("percent", 50)).isTrue();
        assertThat(isClear("anything", "at all")).isTrue();
    }

    private boolean isClear(String component, Object value) {
        return clearance.of(VALIDATOR.getConstraintsForClass(Limited.class).getConstraintsForProperty(component))
                .test(value);
    }
}

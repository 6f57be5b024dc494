package dev.andon.command.decision;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentResolved;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionModelTest {

    private static final DecisionModel<Integer> MITIGATIONS = DecisionModel.startingWith(0)
            .on(INCIDENT.tag(), IncidentMitigated.class, (count, _) -> count + 1);

    private static final DecisionModel<Boolean> RESOLVED = DecisionModel.whether(Tag.of(INCIDENT),
            IncidentResolved.class);

    @Test
    void stateEvolvesOnlyByEventsOfTheNamedTypeAndTags() {
        var elsewhere = new IncidentMitigated(OTHER_INCIDENT, null, EARLIER);

        assertThat(MITIGATIONS.after(List.of(declared(), mitigated(), elsewhere, mitigated()))).isEqualTo(2);
    }

    @Test
    void stateEvolvesInTheOrderOfTheEvents() {
        var latest = DecisionModel.startingWith("none")
                .on(INCIDENT.tag(), IncidentResolved.class, (_, _) -> "resolved")
                .on(INCIDENT.tag(), IncidentMitigated.class, (_, _) -> "mitigated");

        assertThat(latest.after(List.of(mitigated(), resolved()))).isEqualTo("resolved");
        assertThat(latest.after(List.of(resolved(), mitigated()))).isEqualTo("mitigated");
    }

    @Test
    void joinedModelsEachSeeTheirOwnEventsOnly() {
        var joined = MITIGATIONS.and(RESOLVED, (mitigations, resolved) -> mitigations + " " + resolved);

        assertThat(joined.after(List.of(mitigated(), resolved()))).isEqualTo("1 true");
        assertThat(joined.after(List.of(mitigated()))).isEqualTo("1 false");
    }

    @Test
    void threeModelsJoinInTheirOrder() {
        var joined = MITIGATIONS.and(
                RESOLVED,
                DecisionModel.whether(Tag.of(OTHER_INCIDENT), IncidentDeclared.class),
                (mitigations, resolved, other) -> "%s %s %s".formatted(mitigations, resolved, other));

        assertThat(joined.after(List.of(mitigated(), declared(OTHER_INCIDENT)))).isEqualTo("1 false true");
    }

    @Test
    void clausesWithTheSameTagsBecomeOne() {
        var joined = MITIGATIONS.and(
                RESOLVED,
                DecisionModel.whether(Tag.of(OTHER_INCIDENT), IncidentDeclared.class),
                (_, _, _) -> "");

        assertThat(joined.boundary())
                .containsExactly(
                        new DecisionModel.Clause(
                                Tag.of(INCIDENT), Set.of(IncidentMitigated.class, IncidentResolved.class)),
                        new DecisionModel.Clause(Tag.of(OTHER_INCIDENT), Set.of(IncidentDeclared.class)));
    }

    @Test
    void aModelThatKnowsNothingHasNoBoundary() {
        assertThat(DecisionModel.nothing().boundary()).isEmpty();
    }

    @Test
    void eachOfSeveralModelsKnowsItsOwn() {
        var each = DecisionModel.ofEach(List.of(
                DecisionModel.whether(Tag.of(INCIDENT), IncidentDeclared.class),
                DecisionModel.whether(Tag.of(OTHER_INCIDENT), IncidentDeclared.class)));

        assertThat(each.after(List.of(declared(OTHER_INCIDENT)))).containsExactly(false, true);
    }

    @Test
    void whatIsKnownLeadsToWhatElseMustBe() {
        Knowledge<String> successive = RESOLVED.then(resolved -> MITIGATIONS.and(
                DecisionModel.nothing(), (mitigations, _) -> resolved + " " + mitigations));

        assertThat(successive.after(List.of(mitigated(), resolved()))).isEqualTo("true 1");
        assertThat(successive.boundary()).isEqualTo(RESOLVED.boundary());
    }
}

package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.apidocs.Operation;
import dev.andon.apidocs.ProblemType;
import dev.andon.apidocs.Schemas;
import dev.andon.command.AllRules;
import dev.andon.command.decision.Refusal;
import dev.andon.command.finding.AddingAFinding;
import dev.andon.command.incident.MergingAnIncident;
import dev.andon.command.rollback.ReapplyingAChange;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.IncidentMerged;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandPartTest {

    private final List<Operation> operations = new CommandPart(AllRules.list()).operations(new Schemas());

    @Test
    void everyReasonToRefuseBelongsToACommand() {
        assertThat(operations.stream()
                .flatMap(operation -> operation.problems().stream())
                .filter(problem -> problem.status() == 409)
                .map(ProblemType::slug)
                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Refusal.values()).map(Refusal::type).toList());
    }

    @Test
    void theReasonsOfARuleAreThoseThatItCanComeTo() {
        var merging = RuleReading.of(new MergingAnIncident());
        var reapplying = RuleReading.of(new ReapplyingAChange());

        assertThat(merging.refusals()).containsExactlyInAnyOrder(
                Refusal.INCIDENT_ENDED, Refusal.INCIDENT_MERGED, Refusal.INCIDENT_NOT_DECLARED,
                Refusal.INCIDENT_TAKES_IN_NO_OTHER, Refusal.DRILL_AND_REAL);
        assertThat(merging.events()).containsExactly(IncidentMerged.class);
        assertThat(reapplying.notFound()).containsExactlyInAnyOrder("incident", "rollback");
        assertThat(reapplying.events()).containsExactly(ChangeReapplied.class);
        assertThat(RuleReading.of(new AddingAFinding()).refusals()).contains(Refusal.EVIDENCE_WITHOUT_HYPOTHESIS);
    }

    @Test
    void everyRuleComesToAnEvent() {
        assertThat(AllRules.list()).allSatisfy(
                rule -> assertThat(RuleReading.of(rule).events()).as(rule.getClass().getSimpleName()).isNotEmpty());
    }
}

package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.AllRules;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.Command;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRoutesTest {

    static final List<CommandRoute> ALL = CommandRoutes.ALL;

    @Test
    void everyCommandHasARouteAndOneRule() {
        assertThat(ALL.stream().<Object>map(CommandRoute::command).distinct())
                .containsExactlyInAnyOrderElementsOf(commands());
        assertThat(AllRules.list()).extracting(Rule::command).map(Class::getName).containsExactlyInAnyOrderElementsOf(
                commands().stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatAPathAndALocationNameAreComponentsOfTheCommand(CommandRoute route) {
        Set<String> components = Arrays.stream(route.command().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        Set<String> variables = CommandRoutes.match(route.path().getPatternString().replaceAll("[{}]", ""))
                .orElseThrow()
                .variables()
                .keySet();
        assertThat(components).containsAll(variables);
        if (route.creates() != null) {
            assertThat(components).contains(route.creates());
            assertThat(variables).doesNotContain(route.creates());
            assertThat(route.createdAt()).asString().endsWith("/{" + route.creates() + "}");
        }
    }

    @Test
    void thePathsAreThoseThatCallersWereTold() {
        assertThat(ALL).extracting(route -> route.path().getPatternString())
                .containsExactlyInAnyOrder(
                        "/incidents",
                        "/panic",
                        "/incidents/{incidentId}/severity",
                        "/incidents/{incidentId}/roles",
                        "/incidents/{incidentId}/roles/release",
                        "/incidents/{incidentId}/findings",
                        "/incidents/{incidentId}/findings/{findingId}/assessments",
                        "/incidents/{incidentId}/entries/{entryId}/corrections",
                        "/incidents/{incidentId}/entries/{entryId}/retraction",
                        "/incidents/{incidentId}/entries/{entryId}/pin",
                        "/incidents/{incidentId}/entries/{entryId}/unpin",
                        "/incidents/{incidentId}/impacts",
                        "/incidents/{incidentId}/rollbacks",
                        "/incidents/{incidentId}/rollbacks/{rollbackId}/outcome",
                        "/incidents/{incidentId}/rollbacks/{rollbackId}/reapplication",
                        "/incidents/{incidentId}/mitigations",
                        "/incidents/{incidentId}/runbook-steps",
                        "/incidents/{incidentId}/check-ins",
                        "/incidents/{incidentId}/updates",
                        "/incidents/{incidentId}/mitigated",
                        "/incidents/{incidentId}/resolution",
                        "/incidents/{incidentId}/reopening",
                        "/incidents/{incidentId}/closure",
                        "/incidents/{incidentId}/false-alarm",
                        "/incidents/{incidentId}/merge",
                        "/incidents/{incidentId}/five-whys/owner",
                        "/incidents/{incidentId}/five-whys/answers",
                        "/incidents/{incidentId}/five-whys/root-causes",
                        "/incidents/{incidentId}/five-whys/completion",
                        "/incidents/{incidentId}/action-items",
                        "/action-items/{actionItemId}/votes",
                        "/action-items/{actionItemId}/assignment",
                        "/action-items/{actionItemId}/completion",
                        "/action-items/{actionItemId}/cancellation",
                        "/incidents/{incidentId}/retrospective/notes",
                        "/problems",
                        "/problems/{problemId}/incidents",
                        "/problems/{problemId}/workaround",
                        "/problems/{problemId}/fix",
                        "/problems/{problemId}/verification",
                        "/incidents/{incidentId}/postmortem/schedule",
                        "/incidents/{incidentId}/postmortem/sections/{section}",
                        "/incidents/{incidentId}/postmortem/publication",
                        "/incidents/{incidentId}/postmortem/waiver",
                        "/changes",
                        "/services",
                        "/runbooks",
                        "/runbooks/{runbookId}/versions",
                        "/check-ins",
                        "/operations-reviews",
                        "/readiness-checks",
                        "/readiness-checks/{readinessCheckId}/answers",
                        "/readiness-checks/{readinessCheckId}/sign-off",
                        "/planned-events",
                        "/api-keys",
                        "/api-keys/{apiKeyId}/revocation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/incidents/", "/incidents/INC-1", "/incident", "/incidents/%zz/severity", "//",
        "/imports"})
    void anyOtherPathLeadsNowhere(String path) {
        assertThat(CommandRoutes.match(path)).isEmpty();
    }

    private static List<Class<? extends Command>> commands() {
        return Arrays.stream(Command.class.getPermittedSubclasses())
                .<Class<? extends Command>>map(type -> type.asSubclass(Command.class))
                .toList();
    }
}

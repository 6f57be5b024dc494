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
    void everyCommandHasOneRouteAndOneRule() {
        assertThat(ALL).extracting(CommandRoute::command).containsExactlyInAnyOrderElementsOf(commands());
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
            assertThat(route.createdAt()).endsWith("/{" + route.creates() + "}");
        }
    }

    @Test
    void thePathsAreThoseThatCallersWereTold() {
        assertThat(ALL).extracting(route -> route.path().getPatternString())
                .containsExactlyInAnyOrder(
                        "/incidents",
                        "/incidents/{incidentId}/severity",
                        "/incidents/{incidentId}/roles",
                        "/incidents/{incidentId}/findings",
                        "/incidents/{incidentId}/findings/{findingId}/assessments",
                        "/incidents/{incidentId}/entries/{entryId}/corrections",
                        "/incidents/{incidentId}/entries/{entryId}/retraction",
                        "/incidents/{incidentId}/impacts",
                        "/incidents/{incidentId}/rollbacks",
                        "/incidents/{incidentId}/rollbacks/{rollbackId}/outcome",
                        "/incidents/{incidentId}/rollbacks/{rollbackId}/reapplication",
                        "/incidents/{incidentId}/mitigations",
                        "/incidents/{incidentId}/updates",
                        "/incidents/{incidentId}/mitigated",
                        "/incidents/{incidentId}/resolution",
                        "/incidents/{incidentId}/reopening",
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
                        "/changes",
                        "/services",
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

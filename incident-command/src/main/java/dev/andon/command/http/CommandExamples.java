package dev.andon.command.http;

import dev.andon.apidocs.Json;
import dev.andon.kernel.json.AndonJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of the story that a command is part of. The same name stands beside the path's variables, the body and the answer
 * of a step, so that whoever reads the document can play the story.
 */
final class CommandExamples {

    /** The steps, each with what the path's variables are in it. */
    private final Map<Story.Step, Map<String, String>> steps = new LinkedHashMap<>();

    CommandExamples(CommandRoute route, Story story) {
        for (Story.Step step : story.steps()) {
            CommandRoutes.match(step.path())
                    .filter(match -> match.route().equals(route))
                    .ifPresent(match -> steps.put(step, match.variables()));
        }
        if (steps.isEmpty()) {
            throw new IllegalStateException(
                    "docs/http-api.md has no example of POST " + route.path().getPatternString());
        }
    }

    Optional<ObjectNode> ofVariable(String variable) {
        ObjectNode examples = Json.object();
        steps.forEach((step, variables) -> {
            String value = variables.get(variable);
            ObjectNode example = examples.putObject(step.name());
            if (variable.equals("entryId")) {
                example.put("value", Long.parseLong(value));
            } else {
                example.put("value", value);
            }
        });
        return presentIn(examples);
    }

    Optional<ObjectNode> ofBody() {
        ObjectNode examples = Json.object();
        steps.keySet().stream().filter(step -> step.body() != null).forEach(
                step -> examples.putObject(step.name()).set("value", AndonJson.mapper().readTree(step.body())));
        return presentIn(examples);
    }

    Optional<ObjectNode> ofAnswers(String status) {
        ObjectNode examples = Json.object();
        steps.keySet().stream()
                .filter(step -> step.answer() != null && Integer.toString(step.status()).equals(status))
                .forEach(step -> examples.putObject(step.name()).set("value",
                        AndonJson.mapper().readTree(step.answer())));
        return presentIn(examples);
    }

    private static Optional<ObjectNode> presentIn(ObjectNode examples) {
        return examples.isEmpty() ? Optional.empty() : Optional.of(examples);
    }
}

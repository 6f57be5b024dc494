package dev.andon.command.http;

import dev.andon.apidocs.Comments;
import dev.andon.apidocs.Json;
import dev.andon.apidocs.Schemas;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentReopened;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of what is sent and answered at one route, by the rules that {@link CommandReader} and {@link Answer} follow. */
final class CommandShapes {

    private final CommandRoute route;
    private final Class<? extends Event> event;
    private final String name;
    private final Schemas schemas;
    private final List<String> variables;

    /** @param event what the command records that answers are made of */
    CommandShapes(CommandRoute route, Class<? extends Event> event, String name, Schemas schemas) {
        this.route = route;
        this.event = event;
        this.name = name;
        this.schemas = schemas;
        this.variables = variablesOf(route);
    }

    static List<String> variablesOf(CommandRoute route) {
        return Arrays.stream(route.path().getPatternString().split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    Class<? extends Event> event() {
        return event;
    }

    List<String> variables() {
        return variables;
    }

    ObjectNode ofVariable(String variable) {
        RecordComponent component = Arrays.stream(route.command().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(variable))
                .findFirst()
                .orElseThrow();
        if (!component.getType().isEnum()) {
            return schemas.of(component);
        }
        ObjectNode schema = Json.object().put("type", "string");
        schema.set("enum", Json.array(Arrays.stream(component.getType().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList()));
        return schema;
    }

    /** What the command needs to be told: all that is not in the path, and not drawn by Andon. */
    ObjectNode body() {
        ObjectNode body = schemas.object(route.command(), this::isSent);
        body.put("additionalProperties", false);
        return schemas.named(name, body.put("description", Comments.of(route.command())));
    }

    boolean needsABody() {
        return Arrays.stream(route.command().getRecordComponents())
                .anyMatch(component -> isSent(component) && Schemas.isRequired(component));
    }

    private boolean isSent(RecordComponent component) {
        boolean drawn = component.getType() == SecretDigest.class || route.drawn().contains(component.getName());
        return !drawn && !variables.contains(component.getName());
    }

    ObjectNode answer() {
        ObjectNode answer = schemas.object(event, this::isTold);
        ObjectNode properties = (ObjectNode) answer.get("properties");
        if (Arrays.stream(event.getRecordComponents()).anyMatch(part -> part.getType() == SecretDigest.class)) {
            properties.putObject("key").put("type", "string").put(
                    "description", "The secret. It is shown in this answer alone, and kept nowhere.");
        }
        if (event == IncidentLinkedToProblem.class || event == IncidentReopened.class) {
            properties.set("problemStatus", schemas.of(ProblemStatus.class));
        }
        return schemas.named(name + "Answer", answer.put("description", "What came of it."));
    }

    private boolean isTold(RecordComponent component) {
        return isIdentifier(component) && component.getName().endsWith("Id")
                || component.getName().equals(route.creates())
                || component.getName().equals(route.tells());
    }

    private static boolean isIdentifier(RecordComponent component) {
        return Identifier.class.isAssignableFrom(component.getType());
    }

    ObjectNode rehearsal() {
        return schemas.of(Rehearsal.class);
    }

    ObjectNode answerOrRehearsal() {
        ObjectNode either = Json.object();
        either.putArray("oneOf").add(answer()).add(rehearsal());
        return either;
    }
}

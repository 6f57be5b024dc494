package dev.andon.command.http;

import static dev.andon.apidocs.CommonHeaders.CORRELATION_ID;
import static dev.andon.apidocs.CommonHeaders.ETAG;
import static dev.andon.apidocs.CommonHeaders.IDEMPOTENCY_KEY;
import static dev.andon.apidocs.CommonHeaders.IF_MATCH;
import static dev.andon.apidocs.CommonHeaders.LOCATION;
import static dev.andon.apidocs.CommonHeaders.ON_BEHALF_OF;
import static dev.andon.apidocs.CommonHeaders.POSITION;
import static dev.andon.apidocs.CommonHeaders.RATE_LIMIT;
import static dev.andon.apidocs.CommonHeaders.RATE_LIMIT_POLICY;
import static dev.andon.apidocs.CommonHeaders.TRACEPARENT;

import dev.andon.apidocs.Comments;
import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.apidocs.Operation;
import dev.andon.apidocs.ProblemType;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.apidocs.Schemas;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.EntryCommand;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** One command as callers see it: made from its route, its record, its rule, and what the documentation tells of it. */
final class CommandDescription {

    private static final List<ProblemType> OF_EVERY_COMMAND = List.of(
            ProblemTypes.MALFORMED_JSON, ProblemTypes.VALIDATION, ProblemTypes.NOT_ON_BEHALF_OF_OTHERS,
            ProblemTypes.REQUEST_TIMEOUT, ProblemTypes.CONTENT_TOO_LARGE, ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
            ProblemTypes.IDEMPOTENCY_KEY_REUSED, ProblemTypes.TOO_MUCH_CONTENTION, ProblemTypes.TOO_BUSY,
            ProblemTypes.STORE_UNAVAILABLE, ProblemTypes.OUTCOME_UNKNOWN, ProblemTypes.UNAVAILABLE);

    private final CommandRoute route;
    private final RuleReading reading;
    private final Story story;
    private final CommandShapes shapes;
    private final CommandExamples examples;

    CommandDescription(CommandRoute route, Rule<?, ?> rule, Story story, Schemas schemas) {
        this.route = route;
        this.reading = RuleReading.of(rule);
        this.story = story;
        this.shapes = new CommandShapes(route, answered(), name(), schemas);
        this.examples = new CommandExamples(route, story);
    }

    /** The event that an answer has the shape of: the one that holds what the caller cannot know, or else the first one. */
    private Class<? extends Event> answered() {
        return reading.events().stream()
                .filter(event -> Arrays.stream(event.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(route.tells())))
                .findFirst()
                .orElseGet(() -> reading.events().iterator().next());
    }

    Operation operation() {
        String path = route.path().getPatternString();
        String name = name();
        String summary = Comments.sentence(route.command()).replaceFirst("\\.$", "");
        return new Operation(
                HttpMethod.POST, CommandRoutes.BASE_PATH + path,
                Character.toLowerCase(name.charAt(0)) + name.substring(1), "Commands: " + story.chapterOf(path),
                summary,
                story.wordsAbout(path), parameters(), body(), answers(), problems());
    }

    /** A command that is posted in two places is two operations. */
    private String name() {
        String name = route.command().getSimpleName();
        boolean alone = CommandRoutes.ALL.stream().filter(other -> other.command() == route.command()).count() == 1;
        return alone || !CommandShapes.variablesOf(route).contains("incidentId") ? name : name + "DuringIncident";
    }

    private List<ObjectNode> parameters() {
        var parameters = new ArrayList<ObjectNode>();
        for (String variable : shapes.variables()) {
            ObjectNode parameter = Json.object().put("name", variable).put("in", "path").put("required", true);
            parameter.set("schema", shapes.ofVariable(variable));
            examples.ofVariable(variable).ifPresent(values -> parameter.set("examples", values));
            parameters.add(parameter);
        }
        ObjectNode dryRun = Json.object().put("name", "dryRun").put("in", "query").put(
                "description", "Whether only to answer what the command would do; then nothing is recorded.");
        dryRun.putObject("schema").put("type", "boolean").put("default", false);
        parameters.add(dryRun);
        Stream.of(IDEMPOTENCY_KEY, IF_MATCH, ON_BEHALF_OF, TRACEPARENT)
                .filter(header -> header != IF_MATCH || isAboutAnIncident())
                .map(CommonHeaders::parameter)
                .forEach(parameters::add);
        return parameters;
    }

    private boolean isAboutAnIncident() {
        return answersWithVersion() && !shapes.variables().isEmpty();
    }

    private boolean answersWithVersion() {
        return IncidentEvent.class.isAssignableFrom(shapes.event());
    }

    private ObjectNode body() {
        ObjectNode body = Json.object().put("description", Comments.of(route.command()));
        body.put("required", shapes.needsABody());
        ObjectNode content = body.putObject("content").putObject("application/json");
        content.set("schema", shapes.body());
        examples.ofBody().ifPresent(all -> content.set("examples", all));
        return body;
    }

    private Map<String, ObjectNode> answers() {
        var answers = new TreeMap<String, ObjectNode>();
        String accepted = route.createdAt() == null ? "200" : "201";
        if (accepted.equals("201")) {
            answers.put("200", answer(
                    "With `dryRun=true`: what it would do. Nothing was recorded.", shapes.rehearsal(), List.of(),
                    "200"));
        }
        answers.put(accepted, accepted.equals("201")
                ? answer("It is recorded.", shapes.answer(), List.of(POSITION, LOCATION), accepted)
                : answer("It is recorded; or, with `dryRun=true`, this is what it would do, without a position.",
                        shapes.answerOrRehearsal(), List.of(POSITION), accepted));
        examples.ofAnswers("409").ifPresent(all -> answers.put("409", Json.object().set("examples", all)));
        return answers;
    }

    private ObjectNode answer(String description, ObjectNode schema, List<CommonHeaders> recorded, String status) {
        ObjectNode answer = Json.object().put("description", description);
        var headers = new ArrayList<>(recorded);
        if (!recorded.isEmpty() && answersWithVersion()) {
            headers.add(ETAG);
        }
        headers.addAll(List.of(CORRELATION_ID, RATE_LIMIT, RATE_LIMIT_POLICY));
        answer.set("headers", CommonHeaders.in(headers));
        ObjectNode content = answer.putObject("content").putObject("application/json");
        content.set("schema", schema);
        examples.ofAnswers(status).ifPresent(all -> content.set("examples", all));
        return answer;
    }

    private List<ProblemType> problems() {
        var problems = new ArrayList<>(OF_EVERY_COMMAND);
        if (isAboutAnIncident()) {
            problems.add(ProblemTypes.VERSION_MISMATCH);
        }
        reading.notFound().forEach(kind -> problems.add(ProblemTypes.notFound(kind)));
        reading.refusals().forEach(refusal -> problems.add(CommandPart.problem(refusal)));
        if (EntryCommand.class.isAssignableFrom(route.command())) {
            problems.add(ProblemTypes.notFound("entry"));
        }
        // Which entries can be corrected or struck out is known where entries are looked up, before a rule decides.
        if (route.command() == CorrectEntry.class) {
            problems.add(CommandPart.problem(Refusal.ENTRY_NOT_CORRECTABLE));
        } else if (route.command() == RetractEntry.class) {
            problems.add(CommandPart.problem(Refusal.ENTRY_NOT_RETRACTABLE));
        }
        return problems;
    }
}

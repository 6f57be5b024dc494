package dev.andon.command.http;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.apidocs.Operation;
import dev.andon.apidocs.Part;
import dev.andon.apidocs.ProblemType;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.apidocs.Schemas;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** All that can be posted: a command for each route, and imports. */
public final class CommandPart implements Part {

    private static final String IMPORTS = "Imports";

    private final Map<Class<?>, Rule<?, ?>> rules;
    private final Story story = Story.read();

    public CommandPart(List<Rule<?, ?>> rules) {
        this.rules = rules.stream().collect(Collectors.toMap(Rule::command, Function.identity()));
    }

    @Override
    public List<Tag> tags() {
        return Stream.concat(
                CommandRoutes.ALL.stream().map(route -> story.chapterOf(route.path().getPatternString())).distinct(),
                Stream.of(IMPORTS))
                .map(chapter -> new Tag("Commands: " + chapter, "What is posted."))
                .toList();
    }

    @Override
    public List<Operation> operations(Schemas schemas) {
        return Stream.concat(
                CommandRoutes.ALL.stream()
                        .map(route -> new CommandDescription(route, ruleOf(route), story, schemas).operation()),
                Stream.of(imports()))
                .toList();
    }

    @Override
    public List<ProblemType> problems() {
        return Arrays.stream(Refusal.values()).map(CommandPart::problem).toList();
    }

    static ProblemType problem(Refusal refusal) {
        return ProblemType.refusal(refusal.type(), refusal.sentence());
    }

    private Rule<?, ?> ruleOf(CommandRoute route) {
        Rule<?, ?> rule = rules.get(route.command());
        if (rule == null) {
            throw new IllegalStateException("Nothing decides on " + route.command());
        }
        return rule;
    }

    private Operation imports() {
        List<String> example = story.imported();
        return new Operation(
                HttpMethod.POST, CommandRoutes.BASE_PATH + Import.PATH, "importCommands", "Commands: " + IMPORTS,
                "Records past commands, one a line",
                "A stream of past commands, each answered with a line, in order, as soon as it is decided. A line is "
                        + "`{\"post\": \"/incidents/$it/findings\", \"body\": {…}, \"as\": \"pool\", \"actor\": {\"id\": "
                        + "\"bob\"}}`, of which `post` is required; `$it` stands for what the line with `\"as\": \"it\"` "
                        + "created. What is refused is answered under its line, and the rest go on.",
                Stream.of(CommonHeaders.IDEMPOTENCY_KEY, CommonHeaders.ON_BEHALF_OF, CommonHeaders.TRACEPARENT)
                        .map(CommonHeaders::parameter)
                        .toList(),
                lines("The commands.", example.getFirst()).put("required", true),
                Map.of("200", withHeaders(lines("An answer to each line, in order.", example.getLast()))),
                List.of(ProblemTypes.VALIDATION, ProblemTypes.NOT_ON_BEHALF_OF_OTHERS,
                        ProblemTypes.UNSUPPORTED_MEDIA_TYPE));
    }

    private static ObjectNode lines(String description, String example) {
        ObjectNode lines = Json.object().put("description", description);
        ObjectNode content = lines.putObject("content").putObject(MediaType.APPLICATION_NDJSON_VALUE);
        content.putObject("schema").put("type", "string").put("description", "One JSON object a line.");
        content.put("example", example);
        return lines;
    }

    private static ObjectNode withHeaders(ObjectNode answer) {
        answer.set("headers", CommonHeaders.in(List.of(
                CommonHeaders.RATE_LIMIT, CommonHeaders.RATE_LIMIT_POLICY, CommonHeaders.CORRELATION_ID)));
        return answer;
    }
}

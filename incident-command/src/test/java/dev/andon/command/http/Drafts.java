package dev.andon.command.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.command.dispatch.NewIdentifiers;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RollbackId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies that were sent to a path, read. */
final class Drafts {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final CommandReader READER = new CommandReader(new Constraints(Clock.fixed(NOW, ZoneOffset.UTC)));

    static final NewIdentifiers FIRST = new NewIdentifiers() {
        private final Map<Class<?>, Identifier> first = Stream.of(
                IncidentId.of(1), ProblemId.of(1), ChangeId.of(1), ActionItemId.of(1), new FindingId("F-7K3Q"),
                new RollbackId("RB-7K3Q"), new AnswerId("W-7K3Q"), OperationsReviewId.of(1))
                .collect(Collectors.toMap(Object::getClass, Function.identity()));

        @Override
        public NewIdentifiers provisional() {
            return this;
        }

        @Override
        public <I extends Identifier> I next(Class<I> type) {
            return Objects.requireNonNull(type.cast(first.get(type)));
        }

        @Override
        public void catchUp(Identifier taken) {
            throw new UnsupportedOperationException();
        }
    };

    private Drafts() {}

    static Object read(String path, String body) {
        return draft(path, body).with(FIRST);
    }

    static CommandDraft draft(String path, String body) {
        return READER.read(
                CommandRoutes.match(path).orElseThrow(), Bodies.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, String> faults(String path, String body) {
        return problem(path, body).problem().errors().stream()
                .collect(Collectors.toMap(BadField::pointer, BadField::detail));
    }

    static MalformedRequest problem(String path, String body) {
        return Objects.requireNonNull(
                catchThrowableOfType(MalformedRequest.class, () -> draft(path, body)), "this was accepted");
    }
}

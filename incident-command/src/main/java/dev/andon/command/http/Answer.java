package dev.andon.command.http;

import dev.andon.access.PresentedKey;
import dev.andon.command.dispatch.Recorded;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.ProblemRecurred;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted command is answered with. Everything in it follows from the recorded events, so that a repetition of the
 * command gets the same answer again, from another process as well, and after a restart.
 *
 * @param createdId names what was created, if anything was
 * @param version of the incident, if the command was about one: the position of its latest event
 */
record Answer(
        int status,
        Map<String, Object> body,
        long position,
        @Nullable Long version,
        @Nullable String location,
        @Nullable String createdId) {

    private static final int OK = 200;
    private static final int CREATED = 201;

    static Answer to(CommandRoute route, Recorded recorded) {
        Map<String, Object> body = bodyFor(recorded, route);
        String location = route.createdAt() == null ? null : route.createdAt().of(body);
        Object created = route.creates() == null ? null : body.get(route.creates());
        return new Answer(
                location == null ? OK : CREATED,
                body,
                recorded.position(),
                versionAfter(recorded),
                location,
                created == null ? null : created.toString());
    }

    /** Shown to whoever created it, now and never again: a repetition recognises the command, but nobody kept the secret. */
    Answer showing(@Nullable String secret, Recorded recorded) {
        if (secret == null
                || !(recorded.events().getFirst() instanceof ApiKeyCreated created)
                || !created.secret().isOf(secret)) {
            return this;
        }
        var shown = new LinkedHashMap<String, Object>(body);
        shown.put("key", new PresentedKey(created.apiKeyId(), secret).text());
        return new Answer(status, shown, position, version, location, createdId);
    }

    /** What a name given to this command stands for: what it created or, if that is nothing, what it was about. */
    String names() {
        return createdId != null ? createdId : body.values().iterator().next().toString();
    }

    /** A merger may also be recorded in incidents that came along: the version is that of the one that was asked for. */
    private static @Nullable Long versionAfter(Recorded recorded) {
        List<Event> events = recorded.events();
        if (!(events.getFirst() instanceof IncidentEvent first) || first.incidentId() == null) {
            return null;
        }
        int latest = events.size() - 1;
        while (latest > 0 && !isAbout(first.incidentId(), events.get(latest))) {
            latest--;
        }
        return recorded.position() - (events.size() - 1 - latest);
    }

    private static boolean isAbout(IncidentId incidentId, Event event) {
        return event instanceof IncidentEvent about && about.incidents().contains(incidentId);
    }

    private static Map<String, Object> bodyFor(Recorded recorded, CommandRoute route) {
        Event event = recorded.events().getFirst();
        RecordShape shape = RecordShape.of(event.getClass());
        var body = new LinkedHashMap<String, Object>();
        for (RecordShape.Part part : shape.identifying()) {
            putIfAny(part.name(), part.of(event), body);
        }
        String creates = route.creates();
        if (creates != null) {
            putIfAny(creates, shape.valueOf(creates, event), body);
        }
        String tells = route.tells();
        if (tells != null) {
            recorded.events().stream()
                    .flatMap(told -> Stream.ofNullable(RecordShape.of(told.getClass()).valueOf(tells, told)))
                    .findFirst()
                    .ifPresent(value -> body.put(tells, value));
        }
        for (Event recurred : recorded.events()) {
            if (recurred instanceof ProblemRecurred) {
                body.put("problemStatus", ProblemStatus.RECURRED);
            }
        }
        return body;
    }

    private static void putIfAny(String name, @Nullable Object value, Map<String, Object> body) {
        if (value != null) {
            body.put(name, value);
        }
    }
}

package dev.andon.command.http;

import dev.andon.access.PresentedKey;
import dev.andon.command.dispatch.Recorded;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an accepted command is answered with. Everything in it follows from the recorded events, so that a repetition of the
 * command gets the same answer again, from another process as well, and after a restart.
 *
 * @param createdId names what was created, if anything was
 * @param version of the incident, if the command was about one: the position of its latest event
 */
record Answer(
        int status,
        Map<String, String> body,
        long position,
        @Nullable Long version,
        @Nullable String location,
        @Nullable String createdId) {

    private static final int OK = 200;
    private static final int CREATED = 201;

    static Answer to(CommandRoute route, Recorded recorded) {
        Event first = recorded.events().getFirst();
        Map<String, String> body = identifiersIn(first, route.creates());
        String location = route.createdAt() == null
                ? null
                : UriComponentsBuilder.fromPath(CommandRoutes.BASE_PATH + route.createdAt())
                        .encode()
                        .buildAndExpand(body)
                        .toUriString();
        return new Answer(location == null ? OK : CREATED, body, recorded.position(), versionIn(recorded), location,
                body.get(route.creates()));
    }

    /** What else is recorded with it, of a problem say, stands behind it and is no part of the incident. */
    private static @Nullable Long versionIn(Recorded recorded) {
        List<Event> events = recorded.events();
        if (!(events.getFirst() instanceof IncidentEvent about)) {
            return null;
        }
        int last = events.size() - 1;
        while (!(events.get(last) instanceof IncidentEvent event && event.incidentId().equals(about.incidentId()))) {
            last--;
        }
        return recorded.position() - (events.size() - 1 - last);
    }

    /** Shown to whoever created it, now and never again: a repetition recognises the command, but nobody kept the secret. */
    Answer showing(@Nullable String secret, Recorded recorded) {
        if (secret == null
                || !(recorded.events().getFirst() instanceof ApiKeyCreated created)
                || !created.secret().isOf(secret)) {
            return this;
        }
        var shown = new LinkedHashMap<>(body);
        shown.put("key", new PresentedKey(created.apiKeyId(), secret).text());
        return new Answer(status, shown, position, version, location, createdId);
    }

    /** What a name given to this command stands for: what it created or, if that is nothing, what it was about. */
    String names() {
        return createdId != null ? createdId : body.values().iterator().next();
    }

    private static Map<String, String> identifiersIn(Event event, @Nullable String created) {
        var identifiers = new LinkedHashMap<String, String>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = valueOf(component, event);
            if (value instanceof Identifier identifier && component.getName().endsWith("Id")) {
                identifiers.put(component.getName(), identifier.value());
            } else if (value != null && component.getName().equals(created)) {
                identifiers.put(component.getName(), value.toString());
            }
        }
        return identifiers;
    }

    private static @Nullable Object valueOf(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

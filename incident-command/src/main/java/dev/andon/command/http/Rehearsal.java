package dev.andon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.andon.command.dispatch.Preview;
import dev.andon.command.dispatch.Recorded;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.AndonJson;
import dev.andon.kernel.json.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a dry run is answered with: the answer that the command would have got, and what it would have recorded.
 *
 * @param provisional the identifier in it that somebody else may get, if the command would create something
 * @param events none if they are recorded already, under the same key
 */
record Rehearsal(
        int status,
        Map<String, Object> body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> provisional,
        List<Undone> events) {

    private static final long NOWHERE = 0;

    /** An event that was not recorded, as it would have been stored. */
    record Undone(String type, String version, Instant occurredAt, JsonNode payload) {

        private static Undone of(Event event) {
            return new Undone(
                    EventCodec.nameOf(event.getClass()),
                    EventCodec.versionOf(event.getClass()),
                    event.occurredAt(),
                    AndonJson.mapper().readTree(new EventCodec().write(event)));
        }
    }

    static Rehearsal of(CommandRoute route, Preview preview) {
        Answer answer = Answer.to(route, new Recorded(preview.events(), NOWHERE, preview.recordedBefore()));
        return new Rehearsal(
                answer.status(),
                answer.body(),
                preview.recordedBefore() ? List.of() : drawn(route, answer),
                preview.recordedBefore() ? List.of() : preview.events().stream().map(Undone::of).toList());
    }

    /** The last one is what is created: whatever is named before it is what that is added to. */
    private static List<String> drawn(CommandRoute route, Answer answer) {
        return route.drawn().reversed().stream().filter(answer.body()::containsKey).limit(1).toList();
    }
}

package dev.andon.query.readmodel;

import dev.andon.eventstore.EventData;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.json.AndonJson;
import dev.andon.kernel.json.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Histories of every event that was ever released, as a log holds them, about a few things that they keep coming back to.
 * Whatever is there may be followed by anything.
 */
public final class RandomHistory {

    private static final Path GOLDEN = Path.of("../shared-kernel/src/test/resources/golden");
    private static final Pattern NUMBERED = Pattern.compile("([A-Z]+-)\\d+");
    private static final Pattern DRAWN = Pattern.compile("([A-Z]+-)[0-9A-Z]{4}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
    private static final int THINGS = 3;
    private static final List<String> BEGINNINGS = List.of(
            "IncidentDeclared", "FindingAdded", "RollbackStarted", "ActionItemProposed", "ProblemOpened",
            "ChangeRegistered",
            "ServiceRegistered", "RunbookPublished", "PlannedEventScheduled", "ReadinessCheckOpened", "ApiKeyCreated");
    private static final List<Released> RELEASED = released();
    private static final EventCodec CODEC = new EventCodec();

    private final Random random;

    private record Released(String name, String version, JsonNode payload) {}

    private RandomHistory(Random random) {
        this.random = random;
    }

    /** Everything begins first, since the rules let nothing happen to what is not there. */
    public static List<EventData> of(Random random, int events) {
        var history = new RandomHistory(random);
        List<EventData> all = new ArrayList<>();
        for (String beginning : BEGINNINGS) {
            Released begun = RELEASED.stream().filter(each -> each.name().equals(beginning)).findFirst().orElseThrow();
            IntStream.rangeClosed(1, THINGS).forEach(thing -> all.add(history.event(begun, () -> thing, all.size())));
        }
        while (all.size() < events) {
            Released drawn = RELEASED.get(random.nextInt(RELEASED.size()));
            all.add(history.event(drawn, () -> 1 + random.nextInt(THINGS), all.size()));
        }
        return all;
    }

    private EventData event(Released released, IntSupplier thing, int before) {
        byte[] payload = AndonJson.mapper().writeValueAsBytes(varied("", released.payload(), thing, before + 1));
        Event event = CODEC.read(released.name(), released.version(), payload);
        if (event instanceof IncidentMerged merged && merged.into().equals(merged.incidentId())) {
            return event(released, thing, before);
        }
        return new EventData("event-" + before, released.name(), released.version(), event.occurredAt(), Set.of(),
                payload, EventMetadata.of(new Actor("actor-" + random.nextInt(THINGS), null)));
    }

    private JsonNode varied(String field, JsonNode node, IntSupplier thing, long position) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode varied = AndonJson.mapper().createObjectNode();
                object.properties().forEach(each -> varied.set(each.getKey(),
                        varied(each.getKey(), each.getValue(), thing, position)));
                yield varied;
            }
            case ArrayNode array -> {
                ArrayNode varied = AndonJson.mapper().createArrayNode();
                array.forEach(each -> varied.add(varied(field, each, thing, position)));
                yield varied;
            }
            default -> field.equals("entryId")
                    ? JsonNodeFactory.instance.numberNode(1 + random.nextLong(position))
                    : node.isString() ? JsonNodeFactory.instance.stringNode(varied(node.stringValue(), thing)) : node;
        };
    }

    private String varied(String text, IntSupplier thing) {
        if (NUMBERED.matcher(text).matches()) {
            return NUMBERED.matcher(text).replaceFirst("$1" + thing.getAsInt());
        } else if (DRAWN.matcher(text).matches()) {
            return DRAWN.matcher(text).replaceFirst("$1000" + thing.getAsInt());
        } else if (TIME.matcher(text).matches()) {
            return Instant.parse(text).plus(Duration.ofMinutes(random.nextInt(200))).toString();
        }
        return text;
    }

    private static List<Released> released() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(RandomHistory::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Released read(Path file) {
        try {
            String[] name = file.getFileName().toString().split("\\.", 3);
            return new Released(name[0], name[1],
                    AndonJson.mapper().readTree(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.andon.eventstore.faults;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Sourced;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.faults.Told.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * A crowd that writes about the same few incidents, on what it has read of them, and in part the same commands. A writer
 * who is told that the outcome is unknown sends the command again until it is told something better.
 */
final class Writers {

    private static final List<Tag> INCIDENTS = Stream.of("INC-1", "INC-2", "INC-3")
            .map(id -> Tag.of("incident", id)).toList();
    private static final List<String> TYPES = List.of("FindingAdded", "HypothesisAssessed", "CheckInRecorded");

    /** What the crowd decides on, and some more. */
    static final List<Criteria> QUESTIONS = Stream.of(
            INCIDENTS.stream().map(Criteria::tagged),
            TYPES.stream().map(type -> Criteria.tagged(INCIDENTS.getFirst()).andTypes(type)),
            Stream.of(Criteria.ofTypes(TYPES.getFirst()), Criteria.everything()))
            .flatMap(criteria -> criteria).toList();

    private static final int SHARED_COMMANDS = 40;
    private static final int SMALL = 200;
    private static final int LARGE = 20_000;

    private final List<EventStore> stores;
    private final String name;
    private final long seed;
    private final Consumer<Told> listener;

    Writers(List<EventStore> stores, String name, long seed, Consumer<Told> listener) {
        this.stores = stores;
        this.name = name;
        this.seed = seed;
        this.listener = listener;
    }

    /** Returns when all of them have been told about each of their commands. */
    void write(int writers, int commandsEach) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> writeAlone(number, commandsEach))).toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("A writer stopped; " + Extent.seed(), failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void writeAlone(int number, int commands) {
        Random random = new Random(seed + number);
        EventStore store = stores.get(number % stores.size());
        for (int command = 0; command < commands; command++) {
            String commandId = random.nextInt(5) == 0
                    ? "shared-" + random.nextInt(SHARED_COMMANDS)
                    : "%s-%d-%d".formatted(name, number, command);
            int sending = 0;
            Verdict verdict;
            do {
                verdict = send(store, "%s-%d-%d-%d".formatted(name, number, command, sending++), commandId, random);
            } while (verdict == Verdict.UNKNOWN || verdict == Verdict.NOT_STORED);
        }
    }

    private Verdict send(EventStore store, String attempt, String commandId, Random random) {
        Tag incident = INCIDENTS.get(random.nextInt(INCIDENTS.size()));
        AppendCondition condition = condition(store, incident, attempt, random);
        Told told = Told.of(attempt, commandId, store.append(events(attempt, incident, random), condition, commandId)
                .cast(Object.class).onErrorResume(Mono::just).blockOptional().orElseThrow());
        listener.accept(told);
        return told.verdict();
    }

    private static AppendCondition condition(EventStore store, Tag incident, String attempt, Random random) {
        Criteria criteria = Criteria.tagged(incident).andTypes(TYPES.get(random.nextInt(TYPES.size())));
        return switch (random.nextInt(8)) {
            case 0 -> new AppendCondition(criteria, 0);
            case 1, 2 -> new AppendCondition(Criteria.tagged(Tag.of("attempt", attempt)), 0);
            case 3, 4, 5 -> lastPosition(store, criteria).map(marker -> new AppendCondition(criteria, marker))
                    .orElse(AppendCondition.none());
            default -> AppendCondition.none();
        };
    }

    /** Nothing if it cannot be read at the moment. */
    private static Optional<Long> lastPosition(EventStore store, Criteria criteria) {
        return store.source(criteria, 0).map(Sourced::marker).onErrorComplete().blockOptional();
    }

    private static List<EventData> events(String attempt, Tag incident, Random random) {
        byte[] payload = new byte[random.nextInt(random.nextInt(10) == 0 ? LARGE : SMALL)];
        random.nextBytes(payload);
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(index -> new EventData(
                index == 0 ? attempt : attempt + "." + index, TYPES.get(random.nextInt(TYPES.size())), "1",
                Instant.ofEpochSecond(1_784_000_000), Set.of(incident, Tag.of("attempt", attempt)), payload,
                Map.of("actor", "alice"))).toList();
    }
}

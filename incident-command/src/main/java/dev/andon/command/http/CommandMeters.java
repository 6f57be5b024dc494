package dev.andon.command.http;

import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NoVersionToExpect;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.VersionMismatch;
import dev.andon.command.dispatch.IdempotencyKeyReused;
import dev.andon.kernel.command.Command;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How many commands there were, what became of them and how long that took. Labels come out of the code's own lists, never
 * out of a request: with an incident's number among them there would be a new time series for each incident, until whoever
 * collects them gives up.
 */
final class CommandMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final MeterProvider<Timer> commands;
    private final Map<Kind, Timer> known = new ConcurrentHashMap<>();
    private final MeterProvider<Counter> refusals;

    private record Kind(Class<? extends Command> command, String outcome) {}

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
        this.commands = Timer.builder("andon.commands")
                .description("Commands, from when they were read to their answer")
                .serviceLevelObjectives(BUCKETS)
                .withRegistry(registry);
        this.refusals = Counter.builder("andon.command.refusals")
                .description("Commands that were refused in the present state, by the last part of the problem's type")
                .withRegistry(registry);
    }

    Commands.Outcome measured(Class<? extends Command> command, Supplier<Commands.Outcome> decision) {
        Timer.Sample sample = Timer.start(registry);
        try {
            Commands.Outcome outcome = decision.get();
            sample.stop(timerOf(command, outcome.recordedBefore() ? "repeated" : "accepted"));
            return outcome;
        } catch (RuntimeException | Error failure) {
            sample.stop(timerOf(command, outcomeOf(failure)));
            reasonOf(failure).ifPresent(
                    reason -> refusals.withTags("command", command.getSimpleName(), "reason", reason).increment());
            throw failure;
        }
    }

    /** A registry finds a meter by its labels, and for that puts them in order each time. */
    private Timer timerOf(Class<? extends Command> command, String outcome) {
        return known.computeIfAbsent(new Kind(command, outcome), kind -> commands.withTags(
                "command", kind.command().getSimpleName(), "outcome", kind.outcome()));
    }

    private static String outcomeOf(Throwable failure) {
        return switch (failure) {
            case MalformedRequest _,Invalid _,NoVersionToExpect _ -> "invalid";
            case Refused _,NotFound _,VersionMismatch _,IdempotencyKeyReused _ -> "refused";
            default -> "failed";
        };
    }

    private static Optional<String> reasonOf(Throwable failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(refused.refusal().type());
            case NotFound notFound -> Optional.of(notFound.kind().replace(' ', '-') + "-not-found");
            case VersionMismatch _ -> Optional.of("version-mismatch");
            case IdempotencyKeyReused _ -> Optional.of("idempotency-key-reused");
            default -> Optional.empty();
        };
    }
}

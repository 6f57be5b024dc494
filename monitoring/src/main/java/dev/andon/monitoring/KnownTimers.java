package dev.andon.monitoring;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times what is observed, each request among it, as Micrometer's own handler does, but finds a timer that it had before at
 * once: a registry puts all labels in order each time that it is asked for one.
 */
final class KnownTimers implements MeterObservationHandler<Observation.Context> {

    private final MeterRegistry registry;
    private final Map<Kind, Timer> known = new ConcurrentHashMap<>();

    /** @param labels of which there are few: what is observed sees to that, or the registry would overflow as well */
    private record Kind(String name, KeyValues labels, String error) {}

    KnownTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onStart(Observation.Context context) {
        context.put(Timer.Sample.class, Timer.start(registry));
    }

    @Override
    public void onStop(Observation.Context context) {
        Timer.Sample sample = context.getRequired(Timer.Sample.class);
        Throwable failure = context.getError();
        sample.stop(
                known.computeIfAbsent(new Kind(String.valueOf(context.getName()), context.getLowCardinalityKeyValues(),
                        failure == null ? KeyValue.NONE_VALUE : failure.getClass().getSimpleName()), this::timerOf));
    }

    private Timer timerOf(Kind kind) {
        Timer.Builder timer = Timer.builder(kind.name()).tag("error", kind.error());
        kind.labels().forEach(label -> timer.tag(label.getKey(), label.getValue()));
        return timer.register(registry);
    }
}

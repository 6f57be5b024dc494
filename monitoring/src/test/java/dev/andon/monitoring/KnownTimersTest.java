package dev.andon.monitoring;

import static io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownTimersTest {

    @Test
    void whatIsObservedIsTimedUnderTheSameNamesAndLabelsAsByMicrometersOwnHandler() {
        assertThat(counted(KnownTimers::new))
                .isEqualTo(counted(registry -> new DefaultMeterObservationHandler(registry, LONG_TASK_TIMER)))
                .hasSize(3).containsValues(1L, 2L);
    }

    private static Map<Meter.Id, Long> counted(
            Function<MeterRegistry, MeterObservationHandler<Observation.Context>> handler) {
        var registry = new SimpleMeterRegistry();
        var observed = ObservationRegistry.create();
        observed.observationConfig().observationHandler(handler.apply(registry));
        request(observed, "200").stop();
        request(observed, "200").stop();
        request(observed, "404").stop();
        request(observed, "200").error(new UncheckedIOException(new IOException("reset"))).stop();
        return registry.getMeters().stream().map(Meter::getId)
                .collect(Collectors.toMap(id -> id,
                        id -> registry.get(id.getName()).tags(id.getTags()).timer().count()));
    }

    private static Observation request(ObservationRegistry observed, String status) {
        return Observation.start("requests", observed).lowCardinalityKeyValue("status", status)
                .highCardinalityKeyValue("path", "/a");
    }
}

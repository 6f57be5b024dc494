package dev.andon.query.servicelevels;

import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.Service;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How available the services were in a period.
 *
 * @param from when the period begins
 * @param to when it ends, which may be still to come
 * @param today as far as it is known now
 * @param then as far as it was known at the moment that was asked about: what a report said that was made then
 */
public record ServiceLevels(Instant from, Instant to, Known today, @Nullable Known then) {

    /**
     * The figures as they follow from what is known.
     *
     * @param now up to when open windows are counted
     * @param services by name: those that are registered, and those that were hurt
     */
    public record Known(long position, Instant now, List<ServiceLevel> services) {

        /**
         * @param incidents those that hurt somebody in the period, and those that they were merged into
         * @param only the one service that is asked about, or null for all of them
         */
        static Known of(
                ServiceLevel.Span period, Viewpoint viewpoint, List<Service> services, List<Incident> incidents,
                @Nullable String only) {
            Map<String, Service> registered = services.stream().collect(Collectors.toMap(
                    Service::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            var windows = new Windows(
                    period, viewpoint.now(),
                    incidents.stream().collect(Collectors.toMap(
                            Incident::incidentId, Function.identity(), (one, _) -> one, LinkedHashMap::new)));
            return new Known(
                    viewpoint.position(), viewpoint.now(),
                    Stream.concat(registered.keySet().stream(), windows.services().stream())
                            .distinct()
                            .filter(name -> only == null || only.equals(name))
                            .sorted()
                            .map(name -> ServiceLevel.of(
                                    name, period, viewpoint.now(), registered.get(name), windows.counted(name),
                                    windows.invalid(name)))
                            .toList());
        }

        @Nullable
        ServiceLevel of(String service) {
            return services.stream().filter(level -> level.service().equals(service)).findFirst().orElse(null);
        }
    }
}

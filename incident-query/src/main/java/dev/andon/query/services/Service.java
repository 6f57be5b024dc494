package dev.andon.query.services;

import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.query.chronicles.Chronicle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service, what is promised of it, and how it was when somebody last looked.
 *
 * @param registeredAt since when it is known
 * @param lastCheckIn the latest, by when it was made
 * @param nextCheckInDueAt when the next is due, if there is an interval: counted from the last, or from the registration of
 *     the interval while there is none
 * @param registrations every promise that was made, the first one first; the last holds
 */
public record Service(
        String name,
        @Nullable String owner,
        @Nullable Double availabilityObjective,
        @Nullable AvailabilityPeriod availabilityPeriod,
        @Nullable Duration checkInInterval,
        Instant registeredAt,
        @Nullable CheckIn lastCheckIn,
        @Nullable Instant nextCheckInDueAt,
        List<Registration> registrations) {

    /**
     * What was promised of a service, and when.
     *
     * @param position where it is recorded
     */
    public record Registration(
            Instant at,
            @Nullable String owner,
            @Nullable Double availabilityObjective,
            @Nullable AvailabilityPeriod availabilityPeriod,
            @Nullable Duration checkInInterval,
            long position) {

        static Registration of(Chronicle.Told<ServiceRegistered> told) {
            ServiceRegistered event = told.event();
            return new Registration(
                    event.occurredAt(), event.owner(), event.availabilityObjective(), event.availabilityPeriod(),
                    event.checkInInterval(), told.position());
        }
    }

    /** What a service's chronicle tells, with its last check-in. */
    public static Service of(Chronicle chronicle, Optional<CheckIn> last) {
        List<Chronicle.Told<ServiceRegistered>> told = chronicle.of(ServiceRegistered.class);
        ServiceRegistered holds = told.getLast().event();
        CheckIn checkIn = last.orElse(null);
        Duration interval = holds.checkInInterval();
        Instant since = checkIn == null ? holds.occurredAt() : checkIn.at();
        return new Service(
                holds.name(), holds.owner(), holds.availabilityObjective(), holds.availabilityPeriod(), interval,
                told.getFirst().event().occurredAt(), checkIn, interval == null ? null : since.plus(interval),
                told.stream().map(Registration::of).toList());
    }
}

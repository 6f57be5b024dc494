package dev.andon.kernel.command;

import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.Name;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Registers a service and what is promised of it, or replaces what was registered. */
public record RegisterService(
        @Name String name,
        @Name @Nullable String owner,
        @DecimalMin("0") @DecimalMax("100") @Nullable Double availabilityObjective,
        @Nullable AvailabilityPeriod availabilityPeriod,
        @Nullable Duration checkInInterval) implements Command {}

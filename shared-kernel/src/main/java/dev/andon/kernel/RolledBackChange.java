package dev.andon.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a rollback undoes, as it was known when the rollback started. */
public record RolledBackChange(
        @Name String service, @Name String version, @Prose String description, @Nullable Duration plannedDuration) {}

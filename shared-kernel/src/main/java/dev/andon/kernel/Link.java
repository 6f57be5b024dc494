package dev.andon.kernel;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where to read on: a dashboard, a log, a chat thread. */
public record Link(
        @Size(max = 2000) @Pattern(regexp = "https?://[^\\s<>\"]+", message = "must be an http or https URL") String url,
        @Line @Nullable String title) {}

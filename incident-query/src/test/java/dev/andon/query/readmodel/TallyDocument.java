package dev.andon.query.readmodel;

import dev.andon.kernel.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Tally} keeps of an incident, or of one finding. */
public record TallyDocument(@Nullable Severity severity, List<String> texts, @Nullable String note) {}

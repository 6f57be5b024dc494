package dev.andon.query.servicelevels;

import dev.andon.kernel.IncidentId;
import java.time.Instant;
import java.util.List;

/** An impact window that ends before it begins, so it cannot be counted until somebody corrects it. */
public record InvalidWindow(IncidentId incidentId, Instant from, Instant to, String reason, List<Long> entryIds) {}

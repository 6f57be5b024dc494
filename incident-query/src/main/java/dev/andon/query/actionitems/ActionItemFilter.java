package dev.andon.query.actionitems;

import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.query.chronicles.ChronicleIndex;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Sortable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which action items. Those that are open, and those that are overdue, are looked up; the rest is looked for among them. */
record ActionItemFilter(
        ActionItem.@Nullable Status status,
        @Nullable String owner,
        @Nullable ActionItemKind kind,
        @Nullable Boolean overdue,
        @Nullable IncidentId incident) {

    static final List<Question.Parameter> PARAMETERS = List.of(
            Question.Parameter.oneOf("status", ActionItem.Status.values(), "The status."),
            Question.Parameter.text("owner", "Who answers for it."),
            Question.Parameter.oneOf("kind", ActionItemKind.values(), "What it is meant to do."),
            Question.Parameter.flag("overdue", "Whether it is open, and was due before now."),
            Question.Parameter.text("incident", "The incident that it came out of."));

    static ActionItemFilter in(QueryParameters parameters) {
        return new ActionItemFilter(
                parameters.constant("status", ActionItem.Status.class),
                parameters.optional("owner", String::toString),
                parameters.constant("kind", ActionItemKind.class),
                parameters.flag("overdue"),
                parameters.optional("incident", IncidentId::new));
    }

    /** By the present index, so of the present only. */
    DocumentQuery narrow(DocumentQuery query, Instant now) {
        boolean late = Boolean.TRUE.equals(overdue);
        DocumentQuery narrowed = late || status == ActionItem.Status.OPEN
                ? query.where(ChronicleIndex.OPEN, Boolean.TRUE.toString())
                : query;
        return late ? narrowed.whereBelow(ChronicleIndex.DUE_AT, Sortable.instant(now)) : narrowed;
    }

    boolean fits(ActionItem item) {
        return (status == null || item.status() == status)
                && (owner == null || owner.equals(item.owner()))
                && (kind == null || item.kind() == kind)
                && (overdue == null || overdue.equals(item.overdue()))
                && (incident == null || incident.equals(item.incidentId()));
    }
}

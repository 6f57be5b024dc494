package dev.andon.query.chronicles;

import static dev.andon.query.readmodel.Sortable.instant;
import static dev.andon.query.readmodel.Sortable.number;

import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.query.readmodel.Recorded;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What chronicles are searched by. It is true of the present alone: who asks of the past searches without it. */
public final class ChronicleIndex {

    public static final String SERVICE = "service";
    public static final String ROLLBACK_PLAN = "rollbackPlan";
    public static final String OPEN = "open";
    public static final String DUE_AT = "dueAt";

    /** Of an act that somebody said was at another time: whose it is, and what kind it is of. */
    static final String RETIMED = "retimed";

    public static final String MISSING = "missing";
    public static final String THERE = "there";

    /** No name has it, and it comes before whatever a name has. */
    private static final char BEHIND_NAME = '\t';

    /** Behind every instant, as text is compared. */
    private static final String NEVER = "~";

    private ChronicleIndex() {}

    static Map<String, String> of(Chronicle chronicle) {
        return chronicle.events().stream()
                .map(Recorded::event)
                .map(event -> of(event, chronicle))
                .filter(index -> !index.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** What belongs to this name, by time. */
    static String of(String name, Instant instant) {
        return name + BEHIND_NAME + instant(instant);
    }

    /** As it is in order by; what is never due is last. */
    public static String due(@Nullable Instant dueAt) {
        return dueAt == null ? NEVER : instant(dueAt);
    }

    static String from(String name, @Nullable Instant instant) {
        return instant == null ? name + BEHIND_NAME : of(name, instant);
    }

    static String before(String name, @Nullable Instant instant) {
        return instant == null ? name + BEHIND_NAME + NEVER : of(name, instant);
    }

    /** What the event that begins a chronicle says; nothing for those that only follow. */
    private static Map<String, String> of(Event event, Chronicle chronicle) {
        if (event instanceof ServiceRegistered registered) {
            return Map.of(Kind.SERVICES.group(), registered.name());
        } else if (event instanceof CheckInRecorded checkIn) {
            return ofAct(Kind.CHECK_INS, checkIn.service(), checkIn.occurredAt(), chronicle);
        } else if (event instanceof RunbookPublished published) {
            return Map.of(Kind.RUNBOOKS.group(), number(published.runbookId().number()), SERVICE, published.service());
        } else if (event instanceof RunbookStepExecuted executed) {
            return ofAct(
                    Kind.RUNBOOK_STEPS, executed.runbookId().value(), executed.occurredAt(), chronicle);
        } else if (event instanceof ChangeRegistered registered) {
            return Map.of(Kind.CHANGES.group(), instant(registered.occurredAt()), SERVICE, registered.service(),
                    ROLLBACK_PLAN, registered.rollbackPlan() == null ? MISSING : THERE);
        } else if (event instanceof OperationsReviewHeld held) {
            return Map.of(Kind.OPERATIONS_REVIEWS.group(), held.date().toString());
        } else if (event instanceof ReadinessCheckOpened opened) {
            return Map.of(Kind.READINESS_CHECKS.group(), instant(opened.from()));
        } else if (event instanceof PlannedEventScheduled scheduled) {
            return Map.of(Kind.PLANNED_EVENTS.group(), instant(scheduled.from()));
        } else if (event instanceof ActionItemProposed proposed) {
            return ofActionItem(proposed, chronicle);
        }
        return Map.of();
    }

    private static Map<String, String> ofAct(Kind kind, String name, Instant at, Chronicle chronicle) {
        boolean retimed = chronicle.of(EntryCorrected.class).stream()
                .anyMatch(correction -> correction.event().happenedAt() != null);
        return retimed
                ? Map.of(kind.group(), of(name, at), RETIMED, retimed(kind, name))
                : Map.of(kind.group(), of(name, at));
    }

    static String retimed(Kind kind, String name) {
        return kind.group() + BEHIND_NAME + name;
    }

    private static Map<String, String> ofActionItem(ActionItemProposed proposed, Chronicle chronicle) {
        boolean ended = chronicle.first(ActionItemCompleted.class) != null
                || chronicle.first(ActionItemCancelled.class) != null;
        var index = new TreeMap<String, String>();
        index.put(Kind.ACTION_ITEMS.group(), number(proposed.actionItemId().number()));
        index.put(OPEN, Boolean.toString(!ended));
        index.put(DUE_AT, due(dueAt(proposed, chronicle)));
        return index;
    }

    /** An assignment without a date leaves the one before it. */
    private static @Nullable Instant dueAt(ActionItemProposed proposed, Chronicle chronicle) {
        Instant due = proposed.dueAt();
        for (var assigned : chronicle.of(ActionItemAssigned.class)) {
            due = assigned.event().dueAt() == null ? due : assigned.event().dueAt();
        }
        return due;
    }
}

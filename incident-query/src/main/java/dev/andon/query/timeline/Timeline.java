package dev.andon.query.timeline;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.Extent;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.TimelineEntry.Assessment;
import dev.andon.query.timeline.TimelineEntry.Correction;
import dev.andon.query.timeline.TimelineEntry.Replacement;
import dev.andon.query.timeline.TimelineEntry.Retraction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one incident by when they happened, those of the same instant by position. Nothing is ever missing: what
 * was retracted is here and says so.
 *
 * <p>What became of an entry follows from the entries alone, so the same code shows any past state: give it only the
 * entries that were there. Otherwise a retraction that was itself retracted would still strike out its entry.
 */
public final class Timeline {

    private static final Comparator<TimelineEntry<?>> BY_TIME = Comparator
            .<TimelineEntry<?>, Instant>comparing(TimelineEntry::occurredAt)
            .thenComparing(TimelineEntry::id);

    private final List<TimelineEntry<?>> entries;

    private Timeline(List<TimelineEntry<?>> entries) {
        this.entries = entries;
    }

    /** As it stands. */
    public static Timeline of(List<Entry> recorded) {
        return of(recorded, Viewpoint.HINDSIGHT);
    }

    /**
     * As it was. What puts an entry right is part of what is known, whenever it happened; what became of a hypothesis
     * afterwards had not happened, nor had the end of an impact that was still going on.
     *
     * @param recorded in any order
     */
    public static Timeline of(List<Entry> recorded, Viewpoint viewpoint) {
        List<Entry> byPosition = recorded.stream()
                .filter(entry -> viewpoint.knows(entry.position()))
                .sorted(Comparator.comparing(Entry::position))
                .toList();
        Map<Long, Retraction> retractions = retractionsIn(byPosition);
        Map<Long, Phase> pins = pinsIn(byPosition);
        var correctionsOf = new HashMap<Long, List<Entry>>();
        for (Entry entry : byPosition) {
            if (entry.event() instanceof EntryCorrected correction && !retractions.containsKey(entry.position())) {
                correctionsOf.computeIfAbsent(correction.entryId(), _ -> new ArrayList<>()).add(entry);
            }
        }
        List<TimelineEntry<?>> corrected = new ArrayList<>();
        for (Entry entry : byPosition) {
            corrected.add(corrected(
                    entry,
                    correctionsOf.getOrDefault(entry.position(), List.of()),
                    retractions.get(entry.position()),
                    pins.get(entry.position())));
        }
        corrected.removeIf(entry -> !viewpoint.hasHappened(entry.occurredAt()));
        corrected.replaceAll(entry -> entry.event() instanceof ImpactRecorded impact && impact.to() != null
                && !viewpoint.hasHappened(impact.to()) ? stillGoingOn(entry, impact) : entry);
        corrected.sort(BY_TIME);
        return new Timeline(withVerdicts(corrected));
    }

    /** What the timeline of these looks like depends on the viewpoint only within this. */
    public static Extent extentOf(List<Entry> recorded) {
        long first = Long.MAX_VALUE;
        long last = 0;
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        for (Entry entry : recorded) {
            first = Math.min(first, entry.position());
            last = Math.max(last, entry.position());
            for (Instant instant : instantsOf(entry.event())) {
                earliest = instant.isBefore(earliest) ? instant : earliest;
                latest = instant.isAfter(latest) ? instant : latest;
            }
        }
        return new Extent(first, last, earliest, latest);
    }

    private static List<Instant> instantsOf(IncidentEvent event) {
        Instant other = null;
        if (event instanceof EntryCorrected correction) {
            other = correction.happenedAt();
        } else if (event instanceof ImpactRecorded impact) {
            other = impact.to();
        }
        return other == null ? List.of(event.occurredAt()) : List.of(event.occurredAt(), other);
    }

    public List<TimelineEntry<?>> entries() {
        return entries;
    }

    /** What still holds of one kind of event, in order. */
    public <E extends IncidentEvent> List<TimelineEntry<E>> standing(Class<E> type) {
        return of(type).stream().filter(TimelineEntry::standing).toList();
    }

    /** Every entry of one kind of event, in order, those that were retracted too. */
    public <E extends IncidentEvent> List<TimelineEntry<E>> of(Class<E> type) {
        return entries.stream()
                .filter(entry -> type.isInstance(entry.event()))
                .map(entry -> new TimelineEntry<E>(
                        entry.recorded(),
                        type.cast(entry.event()),
                        entry.corrections(),
                        entry.retraction(),
                        entry.assessment(),
                        entry.pinned()))
                .toList();
    }

    /** The position of the latest event; 0 if there is none. */
    public long version() {
        return entries.stream().mapToLong(TimelineEntry::id).max().orElse(0);
    }

    private static Map<Long, Retraction> retractionsIn(List<Entry> byPosition) {
        var retractions = new HashMap<Long, Retraction>();
        for (Entry entry : byPosition.reversed()) {
            // Only a later entry can retract this one, and it was looked at before.
            if (entry.event() instanceof EntryRetracted event && !retractions.containsKey(entry.position())) {
                retractions.put(
                        event.entryId(), new Retraction(entry.actor(), event.occurredAt(), event.reason()));
            }
        }
        return retractions;
    }

    private static Map<Long, Phase> pinsIn(List<Entry> byPosition) {
        var pins = new HashMap<Long, Phase>();
        for (Entry entry : byPosition) {
            if (entry.event() instanceof EntryPinned pinned) {
                pins.put(pinned.entryId(), pinned.phase());
            } else if (entry.event() instanceof EntryUnpinned unpinned) {
                pins.remove(unpinned.entryId());
            }
        }
        return pins;
    }

    private static TimelineEntry<?> corrected(
            Entry entry, List<Entry> corrections, @Nullable Retraction retraction, @Nullable Phase pinned) {
        IncidentEvent event = entry.event();
        var applied = new ArrayList<Correction>();
        for (Entry correcting : corrections) {
            var correction = (EntryCorrected) correcting.event();
            String text = correction.text();
            Instant happenedAt = correction.happenedAt();
            applied.add(new Correction(
                    correcting.actor(),
                    correction.occurredAt(),
                    correction.reason(),
                    text == null ? null : new Replacement<>(CorrectableText.of(event), text),
                    happenedAt == null ? null : new Replacement<>(event.occurredAt(), happenedAt)));
            event = CorrectableText.replaced(event, text, happenedAt);
        }
        return new TimelineEntry<>(entry, event, applied, retraction, null, pinned);
    }

    private static TimelineEntry<?> stillGoingOn(TimelineEntry<?> entry, ImpactRecorded impact) {
        var open = new ImpactRecorded(
                impact.incidentId(), impact.services(), impact.from(), null, impact.degradedPercent(),
                impact.description(), impact.occurredAt());
        return new TimelineEntry<>(
                entry.recorded(), open, entry.corrections(), entry.retraction(), entry.assessment(), entry.pinned());
    }

    private static List<TimelineEntry<?>> withVerdicts(List<TimelineEntry<?>> entries) {
        var verdicts = new HashMap<FindingId, Assessment>();
        for (TimelineEntry<?> entry : entries) {
            if (entry.standing() && entry.event() instanceof HypothesisAssessed event) {
                verdicts.put(
                        event.findingId(),
                        new Assessment(event.verdict(), entry.actor(), event.occurredAt(), event.reason()));
            }
        }
        return entries.stream()
                .<TimelineEntry<?>>map(entry -> entry.event() instanceof FindingAdded finding
                        ? new TimelineEntry<>(
                                entry.recorded(),
                                finding,
                                entry.corrections(),
                                entry.retraction(),
                                verdicts.get(finding.findingId()),
                                entry.pinned())
                        : entry)
                .toList();
    }
}

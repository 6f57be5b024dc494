package dev.andon.query.followup;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.query.timeline.Names;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root-cause analysis as a tree. It is never deeper than {@link #DEEPEST}: what digs deeper stands beside the deepest,
 * or a chain of a thousand whys could be neither indented nor written as JSON.
 */
public record FiveWhys(
        @Nullable String owner,
        @Nullable Instant dueAt,
        boolean completed,
        @Nullable String summary,
        List<Why> whys) {

    private static final int DEEPEST = 20;

    /** One question, its answer, what carries it, and the questions that the answer raised. */
    public record Why(
            AnswerId answerId,
            String question,
            String answer,
            List<Cited> cites,
            List<RootCause> rootCauses,
            List<Why> whys,
            List<Long> entryIds) {}

    /**
     * A finding that an answer rests on.
     *
     * @param retracted true if it was struck out since; otherwise absent
     */
    public record Cited(FindingId findingId, String text, @Nullable Boolean retracted) {}

    /**
     * What caused it.
     *
     * @param under the answer that it was found beneath
     */
    public record RootCause(
            String statement, RootCauseCategory category, @Nullable AnswerId under, List<Long> entryIds) {

        public static List<RootCause> in(Timeline timeline) {
            return timeline.standing(RootCauseIdentified.class).stream()
                    .map(entry -> new RootCause(
                            entry.event().statement(), entry.event().category(), entry.event().under(),
                            List.of(entry.id())))
                    .toList();
        }
    }

    /** All whys by the answers' names, and those that nothing is above. */
    private record Tree(List<Why> top, Map<AnswerId, Why> whys) {}

    /** Where an answer stands in the tree; {@code parent} is absent at the top. */
    private record Place(int depth, @Nullable AnswerId parent) {}

    public static FiveWhys in(Timeline timeline) {
        var assigned = last(timeline.standing(FiveWhysOwnerAssigned.class));
        var completed = last(timeline.standing(FiveWhysCompleted.class));
        return new FiveWhys(
                assigned == null ? null : assigned.owner(),
                assigned == null ? null : assigned.dueAt(),
                completed != null,
                completed == null ? null : completed.summary(),
                tree(timeline, TimelineEntry::standing).top());
    }

    /** One answer with what stands below it, whether it was struck out or not. */
    public static Why why(TimelineEntry<WhyAnswered> asked, Timeline timeline) {
        Tree tree = tree(timeline, entry -> entry.standing() || entry.id() == asked.id());
        return Objects.requireNonNull(tree.whys().get(asked.event().answerId()));
    }

    /** Whether anybody answers for it, or has answered anything. */
    public boolean begun() {
        return owner != null || !whys.isEmpty();
    }

    private static Tree tree(Timeline timeline, Predicate<TimelineEntry<WhyAnswered>> shown) {
        Function<FindingId, Cited> citing = citing(timeline);
        List<RootCause> causes = RootCause.in(timeline);
        var tree = new Tree(new ArrayList<>(), new HashMap<>());
        Map<AnswerId, Place> places = new HashMap<>();
        for (TimelineEntry<WhyAnswered> entry : timeline.of(WhyAnswered.class)) {
            if (!shown.test(entry)) {
                continue;
            }
            WhyAnswered event = entry.event();
            Place place = under(event.under(), places);
            var why = new Why(
                    event.answerId(),
                    event.question(),
                    event.answer(),
                    event.cites().stream().map(citing).toList(),
                    causes.stream().filter(cause -> event.answerId().equals(cause.under())).toList(),
                    new ArrayList<>(),
                    List.of(entry.id()));
            Why parent = place.parent() == null ? null : tree.whys().get(place.parent());
            (parent == null ? tree.top() : parent.whys()).add(why);
            tree.whys().put(event.answerId(), why);
            places.put(event.answerId(), place);
        }
        return tree;
    }

    private static Function<FindingId, Cited> citing(Timeline timeline) {
        Names names = Names.in(timeline);
        Set<FindingId> retracted = timeline.of(FindingAdded.class).stream()
                .filter(finding -> !finding.standing())
                .map(finding -> finding.event().findingId())
                .collect(Collectors.toSet());
        return finding -> new Cited(finding, names.of(finding), retracted.contains(finding) ? true : null);
    }

    private static Place under(@Nullable AnswerId answer, Map<AnswerId, Place> places) {
        Place parent = answer == null ? null : places.get(answer);
        if (parent == null) {
            return new Place(1, null);
        }
        return parent.depth() == DEEPEST ? parent : new Place(parent.depth() + 1, answer);
    }

    private static <E extends IncidentEvent> @Nullable E last(List<TimelineEntry<E>> entries) {
        return entries.isEmpty() ? null : entries.getLast().event();
    }
}

package dev.andon.query.postmortem;

import dev.andon.kernel.Actor;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody suspected, what spoke for and against it, and what became of it.
 *
 * @param timeToVerdict from suspicion to verdict; absent if the verdict is dated before the suspicion
 */
record Hypothesis(
        FindingId findingId,
        String text,
        Actor by,
        Instant suspectedAt,
        List<Evidence> evidence,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable Actor assessedBy,
        @Nullable Instant assessedAt,
        @Nullable Duration timeToVerdict,
        List<Long> entryIds) {

    /**
     * What speaks for or against it.
     *
     * @param supports whether it speaks for the hypothesis; absent if nobody said so
     */
    record Evidence(FindingId findingId, String text, @Nullable Boolean supports, Actor by, Instant at, long entryId) {}

    static List<Hypothesis> in(Timeline timeline) {
        List<TimelineEntry<FindingAdded>> findings = timeline.standing(FindingAdded.class);
        return findings.stream()
                .filter(entry -> entry.event().kind() == FindingKind.HYPOTHESIS)
                .map(entry -> of(entry, findings, timeline))
                .toList();
    }

    private static Hypothesis of(
            TimelineEntry<FindingAdded> suspicion, List<TimelineEntry<FindingAdded>> findings, Timeline timeline) {
        FindingAdded finding = suspicion.event();
        var assessment = suspicion.assessment();
        return new Hypothesis(
                finding.findingId(),
                finding.text(),
                suspicion.actor(),
                suspicion.occurredAt(),
                findings.stream()
                        .filter(other -> Objects.equals(other.event().about(), finding.findingId()))
                        .map(Hypothesis::evidence)
                        .toList(),
                assessment == null ? null : assessment.verdict(),
                assessment == null ? null : assessment.reason(),
                assessment == null ? null : assessment.by(),
                assessment == null ? null : assessment.at(),
                assessment == null || assessment.at().isBefore(suspicion.occurredAt())
                        ? null
                        : Duration.between(suspicion.occurredAt(), assessment.at()),
                Stream.concat(
                        Stream.of(suspicion.id()),
                        timeline.standing(HypothesisAssessed.class).stream()
                                .filter(entry -> entry.event().findingId().equals(finding.findingId()))
                                .map(TimelineEntry::id))
                        .toList());
    }

    private static Evidence evidence(TimelineEntry<FindingAdded> entry) {
        FindingAdded finding = entry.event();
        return new Evidence(
                finding.findingId(), finding.text(), finding.supports(), entry.actor(), entry.occurredAt(), entry.id());
    }
}

package dev.andon.query.postmortem;

import dev.andon.kernel.IncidentId;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FiveWhys;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.incidents.Impact;
import dev.andon.query.incidents.Incident;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineDocument;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a diligent author would begin with. Every statement comes from an event; what nobody recorded is named in
 * {@code missing} and made up nowhere.
 *
 * @param position what it reflects
 * @param totalImpact how long customers were hurt, overlapping windows counted once; absent while a window is open
 * @param manuscript what people did with the draft; absent while nobody has touched it
 * @param timeline what happened up to the end, without the analysis that came after it, which has its own sections
 */
public record PostmortemDraft(
        IncidentId incidentId,
        long position,
        String title,
        String summary,
        Incident incident,
        @Nullable Duration totalImpact,
        String detection,
        List<TimelineDocument.Line> timeline,
        List<Hypothesis> hypotheses,
        List<RollbackAccount> rollbacks,
        List<MitigationAccount> mitigations,
        FiveWhys fiveWhys,
        List<FiveWhys.RootCause> rootCauses,
        Retrospective retrospective,
        List<ActionItem> actionItems,
        List<StakeholderUpdate> stakeholderUpdates,
        List<Problem> problems,
        @Nullable Manuscript manuscript,
        List<Missing> missing) {

    /** A section that has nothing to say yet, and which request gives it something. */
    public record Missing(Section section, String advice, String post) {}

    static PostmortemDraft of(Incident incident, Timeline timeline, List<Problem> problems, long position) {
        var written = new PostmortemDraft(
                incident.incidentId(),
                position,
                incident.title(),
                Narrative.summary(incident),
                incident,
                new Impact(incident.impact()).total(),
                Narrative.detection(incident),
                TimelineDocument.lines(timeline, Selection.ofWhatHappened(timeline)),
                Hypothesis.in(timeline),
                RollbackAccount.in(timeline),
                MitigationAccount.in(timeline),
                FiveWhys.in(timeline),
                FiveWhys.RootCause.in(timeline),
                Retrospective.in(timeline),
                ActionItem.in(timeline),
                StakeholderUpdate.in(timeline),
                problems,
                Manuscript.in(timeline),
                List.of());
        return written.withMissing();
    }

    boolean isMissing(Section section) {
        return missing.stream().anyMatch(gap -> gap.section() == section);
    }

    private PostmortemDraft withMissing() {
        List<Missing> gaps = EnumSet.allOf(Section.class).stream()
                .filter(section -> section.isMissingFrom(this))
                .map(section -> new Missing(section, section.advice(), section.post(incidentId)))
                .toList();
        return new PostmortemDraft(
                incidentId, position, title, summary, incident, totalImpact, detection, timeline, hypotheses, rollbacks,
                mitigations, fiveWhys, rootCauses, retrospective, actionItems, stakeholderUpdates, problems,
                manuscript, gaps);
    }
}

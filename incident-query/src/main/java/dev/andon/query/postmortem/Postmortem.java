package dev.andon.query.postmortem;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.query.document.Chart;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FiveWhys;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.incidents.Impact;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineDocument;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a diligent author would begin with. Every statement comes from an event and names it; what nobody recorded is named in
 * {@code missing} and made up nowhere. It is a pure function of the entries and a viewpoint, so a draft is never older than
 * what was recorded, and a published edition never newer than its publication.
 *
 * @param position what it reflects; of a published edition, the position of its publication
 * @param edition which published edition this is; absent for a draft
 * @param blameless present if names are shown as roles
 * @param totalImpact how long customers were hurt, overlapping windows counted once; absent while a window is open
 * @param impactByService the same for each service
 * @param trigger what set it off, as far as that was confirmed
 * @param keyMoments what the story turns on, by when it happened
 * @param timeline what happened up to the end, without the analysis that came after it, which has its own sections
 * @param attempts rollbacks, mitigations and runbook steps, by when they were begun
 * @param lessons what stands out: worked out from the events, and not what people noted
 * @param manuscript what people did with the draft; absent while nobody has touched it
 * @param chart what lasted from when to when
 */
public record Postmortem(
        IncidentId incidentId,
        long position,
        @Nullable Integer edition,
        @Nullable Boolean blameless,
        String title,
        String summary,
        Incident incident,
        @Nullable Duration totalImpact,
        List<Hurt> impactByService,
        List<Statement> trigger,
        String detection,
        List<KeyMoment> keyMoments,
        List<TimelineDocument.Line> timeline,
        List<Hypothesis> hypotheses,
        List<Decision> decisions,
        List<Attempt> attempts,
        List<RollbackAccount> rollbacks,
        List<MitigationAccount> mitigations,
        FiveWhys fiveWhys,
        List<FiveWhys.RootCause> rootCauses,
        List<Statement> lessons,
        Retrospective retrospective,
        List<ActionItem> actionItems,
        List<StakeholderUpdate> stakeholderUpdates,
        List<Problem> problems,
        @Nullable Manuscript manuscript,
        @Nullable Chart chart,
        List<Missing> missing) {

    /** A section that has nothing to say yet, and which request gives it something. */
    public record Missing(Section section, String advice, String post) {}

    /**
     * @param entries of the incident, those too that the viewpoint hides
     * @param problems that are linked to it there
     * @param edition that this is, if the viewpoint is that of a publication
     * @param zone in which sentences say times
     */
    static Postmortem of(
            List<Entry> entries, Viewpoint viewpoint, List<Problem> problems, @Nullable Integer edition,
            DisplayZone zone) {
        Timeline timeline = Timeline.of(entries, viewpoint);
        Postmortem postmortem = fromEvents(timeline, viewpoint, problems, zone);
        var manuscript = Manuscript.in(timeline);
        var compared = manuscript == null ? null
                : manuscript.compared(
                        new Comparison(entries, timeline, viewpoint, zone, postmortem)::compared);
        return postmortem.with(edition, compared);
    }

    static Postmortem fromEvents(
            Timeline timeline, Viewpoint viewpoint, List<Problem> problems, DisplayZone zone) {
        Incident incident = Incident.of(timeline, timeline.version()).orElseThrow();
        List<Hypothesis> hypotheses = Hypothesis.in(timeline);
        List<RollbackAccount> rollbacks = RollbackAccount.in(timeline);
        List<MitigationAccount> mitigations = MitigationAccount.in(timeline);
        var told = new Postmortem(
                incident.incidentId(),
                viewpoint.position(),
                null,
                null,
                incident.title(),
                Narrative.summary(incident, zone),
                incident,
                new Impact(incident.impact()).total(),
                Hurt.in(incident.impact(), timeline),
                Trigger.among(hypotheses, rollbacks),
                Narrative.detection(incident),
                KeyMoment.in(timeline, incident, zone),
                TimelineDocument.lines(timeline, Selection.ofWhatHappened(timeline), zone),
                hypotheses,
                Decision.in(timeline),
                Attempt.in(timeline, rollbacks, mitigations),
                rollbacks,
                mitigations,
                FiveWhys.in(timeline),
                FiveWhys.RootCause.in(timeline),
                List.of(),
                Retrospective.in(timeline),
                ActionItem.in(timeline, viewpoint.now()),
                StakeholderUpdate.in(timeline),
                problems,
                null,
                null,
                List.of());
        return told.with(Lessons.of(told, timeline, viewpoint.now(), zone), Drawing.of(told, viewpoint.now()));
    }

    /** What the events alone say in a section that people may write. */
    Object part(PostmortemSection section) {
        return switch (section) {
            case SUMMARY -> summary;
            case IMPACT -> List.of(incident.impact(), impactByService, incident.durations());
            case TRIGGER -> trigger;
            case DETECTION -> detection;
            case TIMELINE -> timeline;
            case HYPOTHESES -> hypotheses;
            case DECISIONS -> decisions;
            case ROLLBACKS -> rollbacks;
            case MITIGATIONS -> mitigations;
            case STAKEHOLDER_UPDATES -> stakeholderUpdates;
            case FIVE_WHYS -> fiveWhys;
            case ROOT_CAUSES -> rootCauses;
            case LESSONS -> lessons;
            case WENT_WELL -> retrospective.wentWell();
            case WENT_WRONG -> retrospective.wentWrong();
            case GOT_LUCKY -> retrospective.gotLucky();
            case SURPRISED_BY -> retrospective.surprisedBy();
            case FEELING -> retrospective.feelings();
            case ACTION_ITEMS -> actionItems;
            case PROBLEMS -> problems;
        };
    }

    private Postmortem with(@Nullable Integer number, @Nullable Manuscript written) {
        List<Missing> gaps = EnumSet.allOf(Section.class).stream()
                .filter(section -> section.isMissingFrom(this))
                .map(section -> new Missing(section, section.advice(), section.post(incidentId)))
                .toList();
        return new Postmortem(
                incidentId, position, number, null, title, summary, incident, totalImpact, impactByService, trigger,
                detection, keyMoments, timeline, hypotheses, decisions, attempts, rollbacks, mitigations, fiveWhys,
                rootCauses, lessons, retrospective, actionItems, stakeholderUpdates, problems, written, chart, gaps);
    }

    private Postmortem with(List<Statement> standsOut, @Nullable Chart drawn) {
        return new Postmortem(
                incidentId, position, edition, blameless, title, summary, incident, totalImpact, impactByService,
                trigger, detection, keyMoments, timeline, hypotheses, decisions, attempts, rollbacks, mitigations,
                fiveWhys, rootCauses, standsOut, retrospective, actionItems, stakeholderUpdates, problems, manuscript,
                drawn, missing);
    }
}

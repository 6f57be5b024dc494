package dev.andon.query.runbooks;

import dev.andon.kernel.Actor;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.query.chronicles.Chronicle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An owner's manual for a service.
 *
 * @param version the latest, from 1
 * @param versions all of them, the first one first
 * @param executions the latest 50 steps that somebody took, the last one first
 */
public record Runbook(
        RunbookId runbookId,
        String name,
        String service,
        int version,
        List<Version> versions,
        List<Execution> executions) {

    static final int LATEST = 50;

    /**
     * What the manual said from then on.
     *
     * @param version from 1
     * @param position where it is recorded
     */
    public record Version(int version, List<String> steps, Instant publishedAt, Actor by, long position) {

        static Version of(Chronicle.Told<RunbookPublished> told) {
            RunbookPublished event = told.event();
            return new Version(
                    event.version(), event.steps(), event.occurredAt(), told.recorded().actor(), told.position());
        }
    }

    /**
     * A step that somebody took.
     *
     * @param version which they followed
     * @param instruction what the step said then
     */
    public record Execution(
            IncidentId incidentId,
            int version,
            int step,
            String instruction,
            @Nullable String note,
            Instant at,
            Actor by,
            long entryId) {

        static Execution of(Chronicle.Told<RunbookStepExecuted> told) {
            RunbookStepExecuted event = told.event();
            return new Execution(
                    event.incidentId(), event.version(), event.step(), event.instruction(), event.note(),
                    event.occurredAt(), told.recorded().actor(), told.position());
        }
    }

    static RunbookId idIn(Chronicle chronicle) {
        return chronicle.opening(RunbookPublished.class).event().runbookId();
    }

    static Runbook of(Chronicle chronicle, List<Chronicle> steps) {
        List<Chronicle.Told<RunbookPublished>> told = chronicle.of(RunbookPublished.class);
        RunbookPublished latest = told.getLast().event();
        return new Runbook(
                latest.runbookId(), latest.name(), latest.service(), latest.version(),
                told.stream().map(Version::of).toList(),
                steps.stream()
                        .map(step -> step.opening(RunbookStepExecuted.class))
                        .map(Execution::of)
                        .toList());
    }
}

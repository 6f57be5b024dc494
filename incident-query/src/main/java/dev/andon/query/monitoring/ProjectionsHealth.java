package dev.andon.query.monitoring;

import dev.andon.query.readmodel.ProjectionStatus;
import dev.andon.query.readmodel.ReadModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the projections are fit to be asked: out of service until each has caught up once after the start, and never
 * again. Were a process that falls behind later taken out of service, a large import would take all of them out at the same
 * moment, though each says with every answer how far it has come. One that has stopped at an event stops at it everywhere,
 * and must not take the others along: then all is degraded, but answers.
 */
final class ProjectionsHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final ReadModels models;
    private final long closeEnough;
    private final Set<String> caughtUp = ConcurrentHashMap.newKeySet();

    /** @param closeEnough so many positions behind the log are taken for caught up */
    ProjectionsHealth(ReadModels models, long closeEnough) {
        this.models = models;
        this.closeEnough = closeEnough;
    }

    @Override
    public Health health() {
        List<ProjectionStatus> projections = models.status();
        projections.stream().filter(this::isCloseEnough).map(ProjectionStatus::name).forEach(caughtUp::add);
        var health = Health.status(overall(projections));
        projections.forEach(projection -> health.withDetail(projection.name(), details(projection)));
        return health.build();
    }

    private Status overall(List<ProjectionStatus> projections) {
        if (projections.stream().anyMatch(each -> !caughtUp.contains(each.name()) && !hasFailed(each))) {
            return Status.OUT_OF_SERVICE;
        }
        return projections.stream().allMatch(this::isCloseEnough) ? Status.UP : DEGRADED;
    }

    private boolean isCloseEnough(ProjectionStatus projection) {
        return switch (projection.state()) {
            case BUILDING, FOLLOWING, WATCHING -> projection.head() - projection.answering() <= closeEnough;
            case STARTING, FAILED, RETRYING, STOPPED -> false;
        };
    }

    /** Waiting for it would be waiting for somebody to mend it. */
    private static boolean hasFailed(ProjectionStatus projection) {
        return projection.state() == ProjectionStatus.State.FAILED;
    }

    private static Map<String, Object> details(ProjectionStatus projection) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", projection.state());
        details.put("version", projection.version());
        details.put("position", projection.position());
        details.put("lag", projection.lag());
        details.put("rebuilding", projection.state() == ProjectionStatus.State.BUILDING);
        if (projection.answering() != projection.position()) {
            details.put("answersFrom", projection.answering());
        }
        if (projection.failure() != null) {
            details.put("stoppedBefore", projection.failure().position());
        }
        return details;
    }
}

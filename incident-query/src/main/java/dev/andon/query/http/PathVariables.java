package dev.andon.query.http;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RunbookId;
import java.util.List;
import java.util.function.Function;

/** Identifiers in paths: a malformed one is the caller's mistake, and not a thing that is not there. */
public final class PathVariables {

    private static final int LONGEST_NAME = 100;

    private PathVariables() {}

    public static IncidentId incident(String given) {
        return read("incidentId", given, IncidentId::new);
    }

    public static FindingId finding(String given) {
        return read("findingId", given, FindingId::new);
    }

    public static RollbackId rollback(String given) {
        return read("rollbackId", given, RollbackId::new);
    }

    public static AnswerId answer(String given) {
        return read("answerId", given, AnswerId::new);
    }

    public static ProblemId problem(String given) {
        return read("problemId", given, ProblemId::new);
    }

    public static ApiKeyId apiKey(String given) {
        return read("apiKeyId", given, ApiKeyId::new);
    }

    public static ChangeId change(String given) {
        return read("changeId", given, ChangeId::new);
    }

    public static RunbookId runbook(String given) {
        return read("runbookId", given, RunbookId::new);
    }

    public static ActionItemId actionItem(String given) {
        return read("actionItemId", given, ActionItemId::new);
    }

    public static PlannedEventId plannedEvent(String given) {
        return read("plannedEventId", given, PlannedEventId::new);
    }

    public static ReadinessCheckId readinessCheck(String given) {
        return read("readinessCheckId", given, ReadinessCheckId::new);
    }

    public static OperationsReviewId operationsReview(String given) {
        return read("operationsReviewId", given, OperationsReviewId::new);
    }

    /** Services have names, not identifiers. */
    public static String service(String given) {
        return read("service", given, PathVariables::name);
    }

    private static String name(String given) {
        if (given.isBlank() || given.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("must be a name of up to %d characters".formatted(LONGEST_NAME));
        }
        return given;
    }

    private static <T> T read(String name, String given, Function<String, T> read) {
        try {
            return read.apply(given);
        } catch (IllegalArgumentException e) {
            throw QuestionRefused.invalid(List.of(new BadField(BadField.inPath(name), String.valueOf(e.getMessage()))));
        }
    }
}

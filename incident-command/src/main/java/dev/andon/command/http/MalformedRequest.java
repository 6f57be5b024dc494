package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;

/** A request that no rule will ever see. Carries the answer. */
final class MalformedRequest extends RuntimeException {

    private final transient ProblemDetails problem;

    MalformedRequest(ProblemDetails problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    ProblemDetails problem() {
        return problem;
    }
}

package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.OTHER_INCIDENT;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.util.List;

/** What happened to one problem before. */
final class GivenProblem {

    static final ProblemId PROBLEM = ProblemId.of(3);
    static final ChangeId CHANGE = ChangeId.of(7);

    private GivenProblem() {}

    static ProblemOpened opened() {
        return opened(PROBLEM);
    }

    static ProblemOpened opened(ProblemId problemId) {
        return new ProblemOpened(problemId, "Backups are not tested", List.of(), null, EARLIER);
    }

    static WorkaroundDocumented workedAround() {
        return new WorkaroundDocumented(PROBLEM, "Copy it by hand", EARLIER);
    }

    static ProblemFixed fixed() {
        return new ProblemFixed(PROBLEM, "Tested each night", null, EARLIER);
    }

    static ProblemFixVerified verified() {
        return new ProblemFixVerified(PROBLEM, "A restore worked", EARLIER);
    }

    static ProblemRecurred recurred() {
        return new ProblemRecurred(PROBLEM, OTHER_INCIDENT, ProblemStatus.FIXED, EARLIER, EARLIER);
    }

    static ChangeRegistered registered() {
        return new ChangeRegistered(CHANGE, "backup", "2", "Tests", null, EARLIER);
    }
}

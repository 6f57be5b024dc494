package dev.andon.kernel.event;

import dev.andon.kernel.ProblemId;

/** An event in the life of a problem: the thing that causes incidents. */
public sealed interface ProblemEvent extends Event
        permits ProblemOpened, IncidentLinkedToProblem, WorkaroundDocumented, ProblemFixed, ProblemFixVerified,
        ProblemRecurred {

    ProblemId problemId();
}

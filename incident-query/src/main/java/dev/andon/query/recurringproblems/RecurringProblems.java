package dev.andon.query.recurringproblems;

import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems that caused two or more incidents in a period, the most frequent first. */
public record RecurringProblems(
        @Nullable Instant from,
        @Nullable Instant to,
        long position,
        List<Problem> problems) {

    /** Once is an incident; twice is a pattern. */
    private static final int PATTERN = 2;

    static RecurringProblems among(List<Problem> all, Period period, Viewpoint viewpoint) {
        return new RecurringProblems(
                period.from(),
                period.to(),
                viewpoint.position(),
                all.stream()
                        .map(problem -> problem.during(period, viewpoint.now()))
                        .filter(problem -> problem.incidents().size() >= PATTERN)
                        .sorted(Comparator.comparing((Problem problem) -> problem.incidents().size())
                                .reversed()
                                .thenComparing(problem -> problem.problemId().number()))
                        .toList());
    }
}

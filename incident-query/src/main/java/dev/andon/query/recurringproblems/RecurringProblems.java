package dev.andon.query.recurringproblems;

import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.similar.Lookalikes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The problems that caused two or more incidents in a period, the most frequent first; the work against them that did not
 * keep them away; and incidents that may belong to one, though nobody has said so.
 *
 * @param brokenPromisesInAll how many there are in this period
 * @param brokenPromises a page of them, the latest first
 */
public record RecurringProblems(
        @Nullable Instant from,
        @Nullable Instant to,
        long position,
        List<Problem> problems,
        int brokenPromisesInAll,
        List<BrokenPromise> brokenPromises,
        Lookalikes lookalikes) {

    /** As many as one asked for: where every third piece of work stays undone, there are thousands in a month. */
    record Broken(int inAll, List<BrokenPromise> page) {}

    /** Once is an incident; twice is a pattern. */
    private static final int PATTERN = 2;

    static RecurringProblems among(
            List<Problem> all, Broken broken, Lookalikes lookalikes, Period period, Viewpoint viewpoint) {
        return new RecurringProblems(
                period.from(),
                period.to(),
                viewpoint.position(),
                cameBack(all, period, viewpoint),
                broken.inAll(),
                broken.page(),
                lookalikes);
    }

    /** The problems that caused two or more incidents in a period, the most frequent first. */
    public static List<Problem> cameBack(List<Problem> all, Period period, Viewpoint viewpoint) {
        return all.stream()
                .map(problem -> problem.during(period, viewpoint.now()))
                .filter(problem -> problem.incidents().size() >= PATTERN)
                .sorted(Comparator.comparing((Problem problem) -> problem.incidents().size())
                        .reversed()
                        .thenComparing(problem -> problem.problemId().number()))
                .toList();
    }
}

package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Unmeasured;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long an answer takes, from a caller who asks one thing after the other, when there is a lot to know. Something is
 * recorded before each question: what is remembered only while nobody writes is of no use in an incident.
 */
final class Asking {

    private static final Target LATENCY = Target.oursBelow(200);
    private static final String HEALTH = "/actuator/health/liveness";
    private static final int WARM_UP = 30;
    private static final String HYPOTHESIS = "{\"kind\": \"HYPOTHESIS\", \"text\": \"The queue of the order service grows\"}";

    private final Plan plan;
    private final Asker asker;

    private record Question(String name, String path) {}

    Asking(Plan plan, Asker asker) {
        this.plan = plan;
        this.asker = asker;
    }

    List<Row> measure() throws Exception {
        double health = milliseconds(times(new Question("health", HEALTH)), 99);
        List<Row> rows = new ArrayList<>();
        for (Question question : questions()) {
            if (!asker.isThere(path(question, 1))) {
                rows.add(new Unmeasured(question.name(), "not measured: nobody answers that", false));
                continue;
            }
            Histogram times = times(question);
            System.err.printf("%45s p50 %.1f ms, p99 %.1f ms%n", question.name(), milliseconds(times, 50),
                    milliseconds(times, 99));
            rows.add(new Figure(question.name() + ", p99, against the health endpoint", milliseconds(times, 99), health,
                    "ms", LATENCY));
        }
        return rows;
    }

    private static List<Question> questions() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate monthAgo = today.minusMonths(1);
        String lastMonth = "%tY-%<tm".formatted(monthAgo);
        String period = "?from=%sT00:00:00Z&to=%sT00:00:00Z".formatted(monthAgo, today);
        return List.of(
                new Question("list incidents", "/incidents"),
                new Question("list incidents, filtered and sorted",
                        "/incidents?severity=SEV2&status=CLOSED&sort=severity"),
                new Question("search incidents for what is in many", "/incidents?q=certificate"),
                new Question("search incidents for what is in one", "/incidents?q=(%d)"),
                new Question("one incident", "/incidents/INC-%d"),
                new Question("one timeline", "/incidents/INC-%d/timeline"),
                new Question("one postmortem as Markdown", "/incidents/INC-%d/postmortem?format=markdown"),
                new Question("incidents like one", "/incidents/INC-%d/similar"),
                new Question("action items", "/action-items"),
                new Question("problems", "/problems"),
                new Question("services", "/services"),
                new Question("report: recurring problems", "/reports/recurring-problems" + period),
                new Question("report: service levels", "/reports/service-levels" + period),
                new Question("report: operations review", "/reports/operations-review?date=" + today),
                new Question("report: readiness", "/reports/readiness" + period),
                new Question("report: dead air", "/reports/dead-air"),
                new Question("report: rollbacks", "/reports/rollbacks" + period),
                new Question("report: look-back", "/reports/look-back?period=" + lastMonth));
    }

    private Histogram times(Question question) throws Exception {
        for (int number = 1; number <= WARM_UP; number++) {
            record(number);
            asker.ask(path(question, number));
        }
        var times = new Histogram(Outcome.DIGITS);
        for (int number = 1; number <= plan.asked(); number++) {
            record(number);
            long start = System.nanoTime();
            asker.ask(path(question, number));
            times.recordValue(System.nanoTime() - start);
        }
        return times;
    }

    /** On one that is not closed. */
    private void record(int number) throws Exception {
        int still = LifeOfIncident.ONE_IN_SO_MANY_STAYS_RESOLVED;
        asker.post("/api/v1/incidents/INC-%d/findings".formatted(still * (1 + number % (plan.incidents() / still))),
                HYPOTHESIS);
    }

    /** Of incidents, another one each time, and none of the first: that is the one with the long timeline. */
    private String path(Question question, int number) {
        int incident = 2 + (int) (number * 7919L % (plan.incidents() - 1));
        return question.path().startsWith("/actuator")
                ? question.path()
                : "/api/v1" + question.path().replace("%d", Integer.toString(incident));
    }

    private static double milliseconds(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }
}

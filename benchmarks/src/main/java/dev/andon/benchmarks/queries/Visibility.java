package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Target;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long it takes, from the answer that something is recorded, until the answer to a question that must have seen it has
 * arrived; against the same question by somebody who takes what there is.
 */
final class Visibility {

    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"The error rate goes up\"}";

    private final Plan plan;
    private final Asker asker;

    Visibility(Plan plan, Asker asker) {
        this.plan = plan;
        this.asker = asker;
    }

    List<Row> measure() throws Exception {
        var fresh = new Histogram(Outcome.DIGITS);
        var any = new Histogram(Outcome.DIGITS);
        asker.post("/api/v1/incidents", """
                {"title": "Checkout is down", "severity": "SEV2", "services": ["checkout"],
                 "detection": {"source": "ALERT"}}""");
        String incident = "/api/v1/incidents/INC-" + (plan.incidents() + 1);
        for (int number = 0; number < plan.appended(); number++) {
            String position = asker.post(incident + "/findings", FINDING);
            long start = System.nanoTime();
            asker.ask(incident, "Andon-Min-Position", position);
            fresh.recordValue(System.nanoTime() - start);
            Thread.sleep(Plan.BETWEEN_APPENDS);
            start = System.nanoTime();
            asker.ask(incident);
            any.recordValue(System.nanoTime() - start);
        }
        return List.of(new Figure("from recorded to visible in an answer, p99, against an answer that is there",
                fresh.getValueAtPercentile(99) / 1e6, any.getValueAtPercentile(99) / 1e6, "ms", Target.oursBelow(50)));
    }
}

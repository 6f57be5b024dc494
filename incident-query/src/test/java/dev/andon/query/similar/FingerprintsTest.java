package dev.andon.query.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.History;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentsInMemory;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final int INCIDENTS = 12;

    /** Whatever is in memory by then, and although some documents are ahead of the position that the others have reached. */
    @Test
    void whatIsAnsweredDependsOnTheViewpointAlone() {
        var random = new Random(3);
        History history = history(random);
        var documents = new DocumentsInMemory<FingerprintDocument>(new FingerprintsProjection());
        var inUse = new Fingerprints(documents);
        for (long position = 1; position <= history.recorded().size(); position++) {
            documents.reach(position, history.recorded(), random);
            for (long asked : new long[]{position, 1 + random.nextLong(position)}) {
                @Nullable
                Instant asOf = random.nextBoolean() ? null : FIRST.plus(Duration.ofDays(random.nextInt(INCIDENTS)));
                var viewpoint = new Viewpoint(asked, FIRST.plus(Duration.ofDays(50)), asOf);

                assertThat(answers(inUse, viewpoint)).as("%s at %d", viewpoint, position)
                        .isEqualTo(answers(anew(asked, history), viewpoint));
            }
        }
        assertThat(documents.workedOut()).as("documents that were looked into")
                .isLessThan(3 * history.recorded().size());
    }

    private static List<Object> answers(Fingerprints fingerprints, Viewpoint viewpoint) {
        return List.of(
                Objects.requireNonNull(fingerprints.lookalikes(new Period(null, null), viewpoint).block()),
                fingerprints.similarTo(IncidentId.of(1), 10, viewpoint).blockOptional());
    }

    private static Fingerprints anew(long position, History history) {
        var documents = new DocumentsInMemory<FingerprintDocument>(new FingerprintsProjection());
        documents.reach(position, history.recorded(), new Random() {
            @Override
            public boolean nextBoolean() {
                return false;
            }
        });
        return new Fingerprints(documents);
    }

    private static History history(Random random) {
        var history = new History();
        for (int number = 1; number <= INCIDENTS; number++) {
            Instant day = FIRST.plus(Duration.ofDays(number));
            history.then(new IncidentDeclared(
                    IncidentId.of(number), title(random), Severity.SEV3, List.of("service " + random.nextInt(2)),
                    new Detection(DetectionSource.ALERT, null), null, null, false, day));
            long entry = 1 + random.nextLong(history.recorded().size());
            if (history.recorded().get((int) entry - 1).event() instanceof IncidentDeclared declared) {
                history.then(new EntryCorrected(
                        declared.incidentId(), entry, "better said", title(random), null, day));
            } else {
                history.then(new IncidentResolved(IncidentId.of(number), "over", null, day));
            }
        }
        return history;
    }

    private static String title(Random random) {
        List<String> words = List.of("replication", "lag", "disk", "certificate", "latency", "checkout");
        return words.get(random.nextInt(6)) + " " + words.get(random.nextInt(6)) + " " + words.get(random.nextInt(6));
    }
}

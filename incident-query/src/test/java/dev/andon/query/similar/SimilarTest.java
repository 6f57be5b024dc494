package dev.andon.query.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.query.History;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.similar.Likeness.Kind;
import dev.andon.query.similar.Likeness.Reason;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final Period ALWAYS = new Period(null, null);

    private final History history = new History();
    private int incidents;

    @Test
    void theScoreIsTheSumOfItsReasons() {
        declare("Replication lag on the primary database", "checkout", "payments");
        rootCause(1, "No alert on replication lag", RootCauseCategory.PROCESS);
        hypothesis(1, "A long transaction holds back the replicas");
        declare("Database replication lags behind", "checkout");
        rootCause(2, "Nobody was alerted by the lag", RootCauseCategory.PROCESS);
        declare("Certificate has expired", "mail");

        SimilarIncidents similar = similarTo(1);

        assertThat(similar.compared()).isEqualTo(2);
        assertThat(similar.incidents()).extracting(SimilarIncident::incidentId).containsExactly(IncidentId.of(2));
        SimilarIncident other = similar.incidents().getFirst();
        assertThat(other.score()).isEqualTo(other.reasons().stream().mapToInt(Reason::points).sum());
        assertThat(other.reasons()).extracting(Reason::kind).containsExactly(
                Kind.TITLE_AND_SUMMARY, Kind.SERVICES, Kind.HYPOTHESES_AND_ROOT_CAUSES, Kind.ROOT_CAUSE_CATEGORY);
        assertThat(other.reasons().getFirst().common()).containsExactlyInAnyOrder("database", "lag", "replication");
        assertThat(other.reasons().get(1)).isEqualTo(new Reason(Kind.SERVICES, 13, 25, List.of("checkout")));
        assertThat(other.reasons().get(3)).isEqualTo(new Reason(Kind.ROOT_CAUSE_CATEGORY, 15, 15, List.of("PROCESS")));
    }

    @Test
    void aRareWordSaysMoreThanOneThatEveryIncidentHas() {
        declare("Disk failure kestrel");
        declare("Disk failure");
        declare("Kestrel");
        IntStream.range(0, 10).forEach(_ -> declare("Disk failure elsewhere"));

        assertThat(similarTo(1).incidents().getFirst().incidentId()).isEqualTo(IncidentId.of(3));
    }

    @Test
    void whatIsNotRecordedIsNotAlike() {
        declare("Red");
        declare("Blue");
        rootCause(1, "Unknown", RootCauseCategory.UNKNOWN);
        rootCause(2, "Nothing known", RootCauseCategory.UNKNOWN);

        assertThat(similarTo(1).incidents()).isEmpty();
        assertThat(lookalikes().alike()).isZero();
    }

    @Test
    void aPastViewpointKnowsWhatWasKnownThen() {
        declare("Replication lag", "checkout");
        declare("Nobody knows what it is", "mail");
        long before = history.recorded().size();
        history.then(new EntryCorrected(IncidentId.of(2), 2, "we know now", "Replication lag again", null, FIRST));
        assertThat(similarTo(1).incidents()).hasSize(1);
        assertThat(similarTo(1, new Viewpoint(before, FIRST, null)).incidents()).isEmpty();
        history.then(new EntryRetracted(IncidentId.of(2), before + 1, "we do not", FIRST));
        assertThat(similarTo(1).incidents()).isEmpty();
    }

    @Test
    void theFirstHypothesesOfManyAreEnough() {
        declare("Slow", "checkout");
        IntStream.range(0, 100).forEach(number -> hypothesis(1, "It is number " + number));

        assertThat(document(1).entries()).hasSize(21);
    }

    @Test
    void twoThatAreLinkedToNothingAreLinkedByOpeningAProblem() {
        declare("Replication lag", "checkout", "mail");
        declare("Replication lag", "checkout");
        rootCause(1, "x", RootCauseCategory.CAPACITY);
        rootCause(2, "y", RootCauseCategory.CAPACITY);

        Lookalikes.Pair pair = onlyPair();

        assertThat(pair.link()).isEqualTo(new LinkingRequest("/api/v1/problems", new LinkingRequest.Body(
                null, "Replication lag", List.of("checkout"), RootCauseCategory.CAPACITY,
                List.of(IncidentId.of(1), IncidentId.of(2)))));
    }

    @Test
    void whatLooksLikeALinkedOneIsLinkedToItsProblem() {
        declare("Replication lag", "checkout");
        declare("Replication lag", "checkout");
        declare("Replication lag", "checkout");
        history.then(new IncidentLinkedToProblem(ProblemId.of(7), IncidentId.of(2), FIRST));
        history.then(new IncidentLinkedToProblem(ProblemId.of(7), IncidentId.of(1), FIRST));

        Lookalikes.Pair pair = onlyPair();

        assertThat(lookalikes().unlinked()).isEqualTo(1);
        assertThat(pair.incidentId()).isEqualTo(IncidentId.of(3));
        assertThat(pair.looksLike()).isEqualTo(IncidentId.of(1));
        assertThat(pair.link()).isEqualTo(new LinkingRequest("/api/v1/problems/PRB-7/incidents",
                new LinkingRequest.Body(IncidentId.of(3), null, null, null, null)));
    }

    @Test
    void drillsAndFalseAlarmsAreLinkedToNothing() {
        declare("Replication lag", "checkout");
        declare("Replication lag", "checkout");
        history.then(new IncidentMarkedFalseAlarm(IncidentId.of(2), "a probe", null, FIRST));

        assertThat(lookalikes()).isEqualTo(new Lookalikes(1, 1, 0, List.of()));
        assertThat(similarTo(1).incidents()).hasSize(1);
        assertThat(similarTo(1).incidents().getFirst().link()).isNull();
    }

    @Test
    void onlyIncidentsOfThePeriodAreLookedAtAndTheyAreComparedWithAll() {
        declare("Replication lag", "checkout");
        declare("Replication lag", "checkout");
        Instant second = FIRST.plus(Duration.ofDays(1));

        assertThat(lookalikes(new Period(second, null)).pairs()).hasSize(1);
        assertThat(lookalikes(new Period(second.plusSeconds(1), null))).isEqualTo(new Lookalikes(0, 0, 0, List.of()));
    }

    @Test
    void theSameEventsGiveTheSameScoresInWhateverOrderTheirWordsWereMet() {
        var random = new Random(7);
        List<String> words = IntStream.range(0, 40).mapToObj(number -> "word" + number).toList();
        for (int number = 1; number <= 60; number++) {
            declare(some(words, random), "service " + random.nextInt(4));
            hypothesis(number, some(words, random));
            rootCause(number, some(words, random), RootCauseCategory.values()[random.nextInt(4)]);
        }
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        var otherwise = new Vocabulary();
        shuffled.forEach(otherwise::numberOf);

        assertThat(Lookalikes.among(comparison(otherwise, now()), otherwise, ALWAYS)).isEqualTo(lookalikes());
        assertThat(lookalikes().pairs()).isNotEmpty();
        for (int number = 1; number <= 60; number++) {
            assertThat(similarTo(number, now(), otherwise)).isEqualTo(similarTo(number));
        }
    }

    @Test
    void likenessIsMutual() {
        declare("Replication lag on the primary", "checkout");
        declare("The primary lags", "checkout", "mail");
        Comparison comparison = comparison(new Vocabulary(), now());

        assertThat(comparison.score(0, 1)).isEqualTo(comparison.score(1, 0)).isPositive();
        assertThat(comparison.likeness(0, 1).score()).isEqualTo(comparison.score(0, 1));
    }

    @Test
    void itReadsAsADocument() {
        declare("Replication | lag", "checkout");
        declare("Replication | lag", "checkout");
        history.then(new IncidentResolved(IncidentId.of(2), "Failed over", null, FIRST.plusSeconds(90_000)));

        assertThat(SimilarMarkdown.document(similarTo(1), DisplayZone.UTC)).isEqualTo("""
                # Incidents like INC-1

                Replication \\| lag

                Compared with 1 other incident, as of position 3. All times are UTC.

                ## INC-2: Replication \\| lag

                65 of 100. Started 2 March 2026, 00:00, resolved. It ended so: Failed over.

                - Title and summary: 40 of 40 (lag and replication)
                - Services: 25 of 25 (checkout)

                If one problem caused both:

                    POST /api/v1/problems
                    {"title":"Replication | lag","services":["checkout"],"incidentIds":["INC-1","INC-2"]}
                """);
        assertThat(SimilarMarkdown.pairs(lookalikes())).contains(
                "2 incidents of this period are linked to no problem. 1 pair looks alike.", "## INC-2 and INC-1",
                "    POST /api/v1/problems\n");
    }

    private void declare(String title, String... services) {
        incidents++;
        history.then(new IncidentDeclared(
                IncidentId.of(incidents), title, Severity.SEV3, List.of(services),
                new Detection(DetectionSource.ALERT, null), null, null, false,
                FIRST.plus(Duration.ofDays(incidents - 1))));
    }

    private void hypothesis(int incident, String text) {
        history.then(new FindingAdded(
                IncidentId.of(incident), new FindingId("F-AAAA"), FindingKind.HYPOTHESIS, text, null, null, List.of(),
                null, null, Visibility.INTERNAL, FIRST));
    }

    private void rootCause(int incident, String statement, RootCauseCategory category) {
        history.then(new RootCauseIdentified(IncidentId.of(incident), statement, category, null, FIRST));
    }

    private static String some(List<String> words, Random random) {
        return String.join(" ", IntStream.rangeClosed(0, 5).mapToObj(_ -> words.get(random.nextInt(words.size())))
                .toList());
    }

    private FingerprintDocument document(int incident) {
        return Objects.requireNonNull(history.documents(new FingerprintsProjection())
                .get(DocumentKey.single("INC-" + incident)));
    }

    private static Viewpoint now() {
        return Viewpoint.HINDSIGHT;
    }

    private Comparison comparison(Vocabulary vocabulary, Viewpoint viewpoint) {
        return new Comparison(
                history.documents(new FingerprintsProjection()).values().stream()
                        .flatMap(document -> Traits.of(document, viewpoint, vocabulary).stream())
                        .sorted(Comparator.comparingLong(traits -> traits.incidentId().number()))
                        .toList(),
                vocabulary);
    }

    private SimilarIncidents similarTo(int incident) {
        return similarTo(incident, now());
    }

    private SimilarIncidents similarTo(int incident, Viewpoint viewpoint) {
        return similarTo(incident, viewpoint, new Vocabulary());
    }

    private SimilarIncidents similarTo(int incident, Viewpoint viewpoint, Vocabulary vocabulary) {
        Comparison comparison = comparison(vocabulary, viewpoint);
        return SimilarIncidents.of(
                comparison.all().get(incident - 1), comparison, 10, history.recorded().size());
    }

    private Lookalikes lookalikes() {
        return lookalikes(ALWAYS);
    }

    private Lookalikes lookalikes(Period period) {
        var vocabulary = new Vocabulary();
        return Lookalikes.among(comparison(vocabulary, now()), vocabulary, period);
    }

    private Lookalikes.Pair onlyPair() {
        assertThat(lookalikes().pairs()).hasSize(1);
        return lookalikes().pairs().getFirst();
    }
}

package dev.andon.query.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.query.History;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiveWhysTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final FindingId FINDING = new FindingId("F-1111");
    private static final AnswerId FIRST = new AnswerId("W-1111");
    private static final AnswerId SECOND = new AnswerId("W-2222");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final History history = History.of(
            new FindingAdded(
                    INCIDENT, FINDING, FindingKind.EVIDENCE, "The pool was full", null, null, List.of(), null, null,
                    Visibility.INTERNAL, TEN),
            answered(FIRST, "It had no room", null), answered(SECOND, "Nobody measured it", FIRST));

    @Test
    void anAnswerThatWasStruckOutIsInNoTreeAndCanStillBeLookedUpWithWhatWasAskedFurther() {
        history.then(new EntryRetracted(INCIDENT, 2, "guessed", TEN));

        var timeline = history.timeline();

        assertThat(FiveWhys.in(timeline).whys()).extracting(FiveWhys.Why::answerId).containsExactly(SECOND);
        var first = FiveWhys.why(timeline.of(WhyAnswered.class).getFirst(), timeline);
        assertThat(first.answer()).isEqualTo("It had no room");
        assertThat(first.whys()).extracting(FiveWhys.Why::answerId).containsExactly(SECOND);
    }

    @Test
    void whatAnAnswerRestsOnReadsAsItStandsAndSaysIfItFell() {
        assertThat(FiveWhys.in(history.timeline()).whys().getFirst().cites())
                .containsExactly(new FiveWhys.Cited(FINDING, "The pool was full", null));

        history.then(new EntryCorrected(INCIDENT, 1, "which?", "The other pool was full", null, TEN));
        history.then(new EntryRetracted(INCIDENT, 1, "neither was", TEN));

        assertThat(FiveWhys.in(history.timeline()).whys().getFirst().cites())
                .containsExactly(new FiveWhys.Cited(FINDING, "The other pool was full", true));
    }

    private static WhyAnswered answered(AnswerId id, String answer, @Nullable AnswerId under) {
        return new WhyAnswered(INCIDENT, id, "Why?", answer, under, List.of(FINDING), TEN);
    }
}

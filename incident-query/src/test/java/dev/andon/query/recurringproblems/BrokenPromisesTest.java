package dev.andon.query.recurringproblems;

import static dev.andon.query.recurringproblems.Recurrences.ALWAYS;
import static dev.andon.query.recurringproblems.Recurrences.FIRST;
import static dev.andon.query.recurringproblems.Recurrences.WORK;
import static dev.andon.query.recurringproblems.Recurrences.broken;
import static dev.andon.query.recurringproblems.Recurrences.history;
import static dev.andon.query.recurringproblems.Recurrences.only;
import static dev.andon.query.recurringproblems.Recurrences.promises;
import static dev.andon.query.recurringproblems.Recurrences.proposed;
import static dev.andon.query.recurringproblems.Recurrences.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.query.History;
import dev.andon.query.http.Paging;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

class BrokenPromisesTest {

    @Test
    void workThatWasStillToBeDoneIsABrokenPromiseOfWhoeverHadItThen() {
        History history = history(3, false).then(proposed(ActionItemKind.DETECT, "ann"));
        history.then(new ActionItemAssigned(IncidentId.of(1), WORK, "bob", null, FIRST.plus(Duration.ofHours(30))));

        BrokenPromise promise = only(history, ALWAYS);

        assertThat(promise.kind()).isEqualTo(BrokenPromise.Kind.STILL_OPEN);
        assertThat(promise.owner()).isEqualTo("ann");
        assertThat(promise.overdue()).isTrue();
        assertThat(promise.proposedIn()).isEqualTo(IncidentId.of(1));
        assertThat(promise.cameBackIn()).extracting(BrokenPromise.CameBack::incidentId)
                .containsExactly(IncidentId.of(2), IncidentId.of(3));
        assertThat(promise.entryIds()).containsExactly(8L, 9L);
        assertThat(only(history, new Period(FIRST.plus(Duration.ofDays(2)), null)).owner()).isEqualTo("bob");
    }

    @Test
    void workThatWasDoneOrGivenUpInBetweenBrokeTwoPromises() {
        History done = history(3, false).then(proposed(ActionItemKind.PREVENT, "ann")).then(
                new ActionItemCompleted(IncidentId.of(1), WORK, null, FIRST.plus(Duration.ofDays(2))));
        assertThat(promises(done, ALWAYS)).extracting(BrokenPromise::kind)
                .containsExactly(BrokenPromise.Kind.DONE_AND_YET, BrokenPromise.Kind.STILL_OPEN);

        History givenUp = history(3, false).then(proposed(ActionItemKind.MITIGATE, "ann")).then(
                new ActionItemCancelled(IncidentId.of(1), WORK, "too dear", FIRST.plus(Duration.ofHours(2))));
        BrokenPromise promise = only(givenUp, ALWAYS);
        assertThat(promise.kind()).isEqualTo(BrokenPromise.Kind.GIVEN_UP);
        assertThat(promise.endedAt()).isEqualTo(FIRST.plus(Duration.ofHours(2)));
        assertThat(promise.overdue()).isFalse();
    }

    @Test
    void whatWasToSeeItSoonerAndIsDoneWasNoPromiseThatItWouldNotHappen() {
        History history = history(2, false).then(proposed(ActionItemKind.DETECT, "ann")).then(
                new ActionItemCompleted(IncidentId.of(1), WORK, null, FIRST.plus(Duration.ofHours(2))));

        assertThat(promises(history, ALWAYS)).isEmpty();
    }

    @Test
    void workThatTheSecondIncidentLedToWasNotPromisedBeforeIt() {
        History history = history(2, false).then(new ActionItemProposed(
                IncidentId.of(2), WORK, "Test", ActionItemKind.PREVENT, null, null, FIRST.plus(Duration.ofDays(2))));

        assertThat(promises(history, ALWAYS)).isEmpty();
    }

    @Test
    void onePageAfterTheOtherListsThemAllAndNoneTwice() {
        // given
        History history = history(4, false);
        for (int number = 1; number <= 3; number++) {
            history.then(new ActionItemProposed(
                    IncidentId.of(number), ActionItemId.of(number), "Test", ActionItemKind.PREVENT, null, null,
                    FIRST.plus(Duration.ofHours(1))));
        }
        List<BrokenPromises.Promise> all = broken(history);
        List<ActionItemId> listed = new ArrayList<>();
        // when
        Cursor after = null;
        String link;
        do {
            var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
            var paging = new Paging("broken-promises", true, 2, after);
            List<BrokenPromises.Promise> page = Awaited.answer(
                    paging.sortedPage(exchange, Flux.fromIterable(all), BrokenPromises.Promise::place));
            page.forEach(promise -> listed.add(promise.item().actionItemId()));
            after = page.getLast().place();
            link = exchange.getResponse().getHeaders().getFirst("Link");
        } while (link != null);
        // then
        assertThat(listed).containsExactly(ActionItemId.of(3), ActionItemId.of(2), ActionItemId.of(1));
    }

    @Test
    void aPageSaysHowManyThereAreBesides() {
        RecurringProblems all = report(history(3, false).then(proposed(ActionItemKind.DETECT, "ann")), ALWAYS);
        assertThat(all.brokenPromisesInAll()).isEqualTo(1);
        var page = new RecurringProblems(
                null, null, all.position(), all.problems(), 1_234, all.brokenPromises(), all.lookalikes());

        assertThat(RecurringProblemsMarkdown.document(page, DisplayZone.UTC)).contains("These are 1 of 1,234");
        assertThat(RecurringProblemsMarkdown.document(all, DisplayZone.UTC)).contains("Broken promises")
                .doesNotContain("These are");
    }
}

package dev.andon.query.postmortem;

import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.QuestionRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of its editions a postmortem is shown in. What was published stays what everybody finds, also when a reopened incident
 * makes a draft of it again: half a new edition is no edition.
 */
record EditionChoice(boolean draft, @Nullable Integer number) {

    private static final int MOST = 1_000_000;

    static EditionChoice in(QueryParameters parameters) {
        int given = parameters.number("edition", 1, MOST, 0);
        var choice = new EditionChoice(Boolean.TRUE.equals(parameters.flag("draft")), given == 0 ? null : given);
        if (choice.draft && choice.number != null) {
            parameters.contradiction("draft", "is no edition: ask for the one or for the other");
        }
        return choice;
    }

    /** Nothing for the draft. */
    @Nullable
    Edition among(List<Edition> editions) {
        if (number == null) {
            return draft || editions.isEmpty() ? null : editions.getLast();
        }
        return editions.stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(() -> QuestionRefused.badParameter("edition", editions.isEmpty()
                        ? "is not there: nothing is published; leave it out for the draft"
                        : "is not there; the latest is edition %d".formatted(editions.getLast().number())));
    }
}

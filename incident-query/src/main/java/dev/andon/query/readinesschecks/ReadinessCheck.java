package dev.andon.query.readinesschecks;

import dev.andon.kernel.Actor;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import dev.andon.kernel.event.ReadinessItemAnswered;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.http.Period;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be so before a busy period, what was found, and who stands for it.
 *
 * @param from when the busy period begins
 * @param to when it ends
 * @param unanswered the items that nobody has looked at
 * @param notReady the items whose last answer is a no
 * @param signOff who stands for it; absent until somebody does
 * @param position where it is recorded that it was opened
 */
public record ReadinessCheck(
        ReadinessCheckId readinessCheckId,
        String title,
        Instant from,
        Instant to,
        List<String> services,
        Instant openedAt,
        List<Item> items,
        List<Integer> unanswered,
        List<Integer> notReady,
        @Nullable SignOff signOff,
        long position) {

    /**
     * One thing that must be so.
     *
     * @param text what must be so
     * @param position where the answer is recorded
     */
    public record Item(
            int item,
            String text,
            @Nullable ReadinessAnswer answer,
            @Nullable String note,
            @Nullable Instant at,
            @Nullable Actor by,
            @Nullable Long position) {

        static Item of(int number, String text, Chronicle.@Nullable Told<ReadinessItemAnswered> answer) {
            return answer == null
                    ? new Item(number, text, null, null, null, null, null)
                    : new Item(
                            number, text, answer.event().answer(), answer.event().note(), answer.event().occurredAt(),
                            answer.recorded().actor(), answer.position());
        }
    }

    /**
     * Somebody's word that all is ready, but for what is not.
     *
     * @param by who gave it
     * @param statement in their words
     * @param position where it is recorded
     */
    public record SignOff(
            String by, Instant at, @Nullable String statement, List<Integer> notReady, long position) {

        static SignOff of(Chronicle.Told<ReadinessCheckSignedOff> told) {
            ReadinessCheckSignedOff event = told.event();
            return new SignOff(
                    event.signedOffBy(), event.occurredAt(), event.statement(), event.notReady(), told.position());
        }
    }

    public static ReadinessCheck of(Chronicle chronicle) {
        var opening = chronicle.opening(ReadinessCheckOpened.class);
        ReadinessCheckOpened event = opening.event();
        List<Chronicle.Told<ReadinessItemAnswered>> answers = chronicle.of(ReadinessItemAnswered.class);
        List<Item> items = IntStream.rangeClosed(1, event.items().size())
                .mapToObj(number -> Item.of(
                        number, event.items().get(number - 1),
                        answers.stream()
                                .filter(told -> told.event().item() == number)
                                .reduce((_, later) -> later)
                                .orElse(null)))
                .toList();
        var signedOff = chronicle.last(ReadinessCheckSignedOff.class);
        return new ReadinessCheck(
                event.readinessCheckId(), event.title(), event.from(), event.to(), event.services(),
                event.occurredAt(), items, numbers(items, null), numbers(items, ReadinessAnswer.NO),
                signedOff == null ? null : SignOff.of(signedOff), opening.position());
    }

    /** Whoever looked at an item, or signed it off. */
    public List<String> people() {
        return Stream.concat(
                items.stream().map(Item::by).filter(Objects::nonNull).map(Actor::id),
                Stream.ofNullable(signOff).map(SignOff::by))
                .toList();
    }

    /** Whether any of the busy period lies in this one. */
    public boolean overlaps(Period period) {
        Instant begins = period.from();
        Instant ends = period.to();
        return (begins == null || to.isAfter(begins)) && (ends == null || from.isBefore(ends));
    }

    private static List<Integer> numbers(List<Item> items, @Nullable ReadinessAnswer answer) {
        return items.stream().filter(item -> item.answer() == answer).map(Item::item).toList();
    }
}

package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wherever a commit is on its way into the index, it is found once; also by a writer that came after one that died. */
class BacklogTest {

    private static final int DEATH = 0;
    private static final int ENOUGH = 40;
    private static final Tag SECOND = Tag.of("every", "second");
    private static final Tag THIRD = Tag.of("every", "third");

    @Test
    void aStretchThatSomethingMayHaveBeenWrittenIntoSinceIsNotRemembered() {
        Backlog backlog = new Backlog(ENOUGH);
        long writes = backlog.writes();
        Stretch empty = new Stretch(null, List.of(), null);
        backlog.replaceBy(new IndexRows());

        backlog.remember(empty, writes);
        assertThat(backlog.isNowhere(SECOND.encoded())).isFalse();

        backlog.remember(empty, backlog.writes());
        assertThat(backlog.isNowhere(SECOND.encoded())).isTrue();
    }

    @Test
    void whatIsWrittenIntoAStretchIsNotMissingAnyMore() {
        Backlog backlog = new Backlog(ENOUGH);
        backlog.add(commit(Head.ORIGIN, event("A", SECOND)));
        backlog.remember(new Stretch(null, List.of(), null), backlog.writes());
        assertThat(backlog.isMissingHere(SECOND.encoded())).isFalse();

        backlog.written(backlog.rest());

        assertThat(backlog.isMissingHere(SECOND.encoded())).isTrue();
        assertThat(backlog.isNowhere(SECOND.encoded())).isFalse();
        assertThat(backlog.isNowhere(THIRD.encoded())).isTrue();
    }

    @Test
    void aStretchDoesNotGrowForEver() {
        Backlog backlog = new Backlog(ENOUGH);
        backlog.remember(new Stretch(null, List.of(), null), backlog.writes());
        Head head = Head.ORIGIN;
        for (int number = 0; number < 2_000; number++) {
            Commit commit = commit(head, event("A", Tag.of("number", Integer.toString(number))));
            backlog.add(commit);
            head = commit.head();
        }

        backlog.written(backlog.rest());

        assertThat(backlog.isNowhere(SECOND.encoded())).isFalse();
    }

    @Test
    void aStretchSpansWhatStandsBetweenItsEndsAndNotThem() {
        Stretch stretch = new Stretch("b", List.of("c"), "d");

        assertThat(List.of("a", "b", "ba", "c", "d", "e")).filteredOn(stretch::spans).containsExactly("ba", "c");
        assertThat(List.of("a", "b", "ba")).allMatch(new Stretch(null, List.of(), "c")::spans);
        assertThat(List.of("c", "d")).allMatch(new Stretch("ba", List.of(), null)::spans);
    }

    @Property(tries = 15)
    void aCommitIsFoundWhereverItIs(
            @ForAll @Size(min = 10, max = 60) List<@IntRange(min = DEATH, max = 9) Integer> steps)
            throws IOException, SQLException {
        // given
        Path file = Files.createTempDirectory("andon-backlog").resolve("andon.db");
        StoreFile store = StoreFile.at(file);
        try (StoreConnection connection = new StoreConnection(store.connect())) {
            store.prepare(connection.jdbc());
            Backlog backlog = new Backlog(ENOUGH);
            CommitWriter writer = new CommitWriter(connection, backlog);
            CommitReader reader = new CommitReader(connection, backlog);
            List<Commit> stored = new ArrayList<>();

            for (int step : steps) {
                // when
                if (step == DEATH) {
                    backlog = new Backlog(ENOUGH);
                    writer = new CommitWriter(connection, backlog);
                    reader = new CommitReader(connection, backlog);
                } else {
                    List<Commit> next = next(writer.head(), step);
                    writer.append(writer.head(), next);
                    stored.addAll(next);
                }

                // then
                requireAllFound(stored, backlog, connection);
                requireFirstsAreKnown(stored, reader);
            }
            writer.finish();
            requireAllFound(stored, new Backlog(ENOUGH), connection);
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
    }

    private static List<Commit> next(Head head, int count) {
        List<Commit> commits = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            commits.add(next(commits.isEmpty() ? head : commits.getLast().head()));
        }
        return commits;
    }

    private static Commit next(Head head) {
        long first = head.position() + 1;
        List<Tag> tags = new ArrayList<>(List.of(Tag.of("own", String.valueOf(first % 17)), only(first)));
        if (first % 2 == 0) {
            tags.add(SECOND);
        }
        if (first % 3 == 0) {
            tags.add(THIRD);
        }
        String commandId = first % 4 == 0 ? null : "command-" + first;
        return commit(head, commandId, event("FindingAdded", tags.toArray(Tag[]::new)));
    }

    private static void requireAllFound(List<Commit> stored, Backlog backlog, StoreConnection connection)
            throws SQLException {
        assertThat(found(backlog, connection, SECOND)).containsExactlyElementsOf(firsts(stored, has(SECOND)));
        assertThat(found(backlog, connection, SECOND, THIRD))
                .containsExactlyElementsOf(firsts(stored, has(SECOND).and(has(THIRD))));
        Tag own = Tag.of("own", "5");
        assertThat(found(backlog, connection, own, THIRD))
                .containsExactlyElementsOf(firsts(stored, has(own).and(has(THIRD))));
        for (Commit commit : stored) {
            @Nullable
            String commandId = commit.commandId();
            if (commandId != null) {
                assertThat(backlog.commitOf(commandId, connection)).contains(commit);
            }
        }
        assertThat(backlog.commitOf("command-of-nobody", connection)).isEmpty();
    }

    /** Also of those that come next, for which the reader remembers where nothing stands. */
    private static void requireFirstsAreKnown(List<Commit> stored, CommitReader reader) throws SQLException {
        for (long first = stored.size() + 3L; first >= 1; first--) {
            assertThat(reader.firstWith(only(first)))
                    .isEqualTo(first <= stored.size() ? Optional.of(first) : Optional.empty());
        }
    }

    /** Some texts are in another order in the file than in Java. */
    private static Tag only(long first) {
        return Tag.of("only",
                first % 5 == 0 ? "\uD83D\uDE00" + first : first % 5 == 1 ? "\uFF5E" + first : "N-" + first);
    }

    private static Iterable<Long> found(Backlog backlog, StoreConnection connection, Tag... tags) throws SQLException {
        List<Subject> subjects = List.of(tags).stream().map(tag -> new Subject(tag.encoded(), "FindingAdded")).toList();
        return new Occurrences(subjects).firsts(backlog, connection, 1, Long.MAX_VALUE, 10_000);
    }

    private static Predicate<Commit> has(Tag tag) {
        return commit -> commit.events().getFirst().tags().contains(tag);
    }

    private static List<Long> firsts(List<Commit> stored, Predicate<Commit> wanted) {
        return stored.stream().filter(wanted).map(Commit::first).toList();
    }
}

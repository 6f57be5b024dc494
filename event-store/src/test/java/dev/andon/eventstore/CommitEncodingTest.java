package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommitEncodingTest {

    @Property
    void whatIsEncodedIsDecodedToTheSameCommit(@ForAll("commits") Commit commit) {
        assertThat(CommitDecoding.decode(commit.first(), CommitEncoding.encode(commit), commit.hash()))
                .isEqualTo(commit);
    }

    @Property
    void commitsAreEqualExactlyIfTheirEncodingsAre(@ForAll("commits") Commit one, @ForAll("commits") Commit other) {
        assertThat(Arrays.equals(CommitEncoding.encode(one), CommitEncoding.encode(other)))
                .isEqualTo(one.equals(other));
    }

    @Property
    void aByteMoreOrLessIsNotACommit(@ForAll("commits") Commit commit) {
        byte[] bytes = CommitEncoding.encode(commit);
        for (int length : List.of(bytes.length - 1, bytes.length + 1, bytes.length / 2)) {
            assertDamaged(Arrays.copyOf(bytes, length));
        }
    }

    @Property
    void tagsAreEqualExactlyIfTheirTextsAre(@ForAll("tags") Tag one, @ForAll("tags") Tag other) {
        assertThat(one.encoded().equals(other.encoded())).isEqualTo(one.equals(other));
        assertThat(Tag.decoded(one.encoded())).isEqualTo(one);
    }

    @Example
    void anEqualsSignDoesNotMoveBetweenKeyAndValue() {
        assertThat(CommitEncoding.hash(commit("x", Tag.of("a", "b=c"))))
                .isNotEqualTo(CommitEncoding.hash(commit("x", Tag.of("a=b", "c"))));
        assertThat(Tag.of("a", "b=c").encoded()).isNotEqualTo(Tag.of("a=b", "c").encoded());
    }

    /** The same figure came out of a few lines of Python that know nothing but the documented layout. */
    @Example
    void theHashOfACommitIsTheSameForEver() {
        EventData event = new EventData("e1", "FindingAdded", "1", Instant.parse("2026-07-14T12:00:00.000000001Z"),
                Set.of(Tag.of("incident", "INC-1"), Tag.of("café", "b=c")), new byte[]{1, 2, 3},
                Map.of("actor", "alice", "via", "slack-bot"));
        Commit commit = Commit.following(new Head(41, Hash.ORIGIN, Instant.EPOCH), "c1", "command",
                new AppendCondition(Criteria.tagged(Tag.of("incident", "INC-1")).andTypes("IncidentClosed"), 40),
                Instant.parse("2026-07-14T12:00:01.123456Z"), List.of(event));

        assertThat(commit.hash().hex()).isEqualTo("a94dafc0f0bbfe903e5bf8cbe7ddf9ee3f8e912c95f547c5034a4a966d31dd9d");
    }

    @Provide
    Arbitrary<Commit> commits() {
        Arbitrary<Criteria.Clause> clauses = Combinators.combine(tags().set().ofMaxSize(2), texts().set().ofMaxSize(2))
                .as(Criteria.Clause::new);
        Arbitrary<AppendCondition> conditions = Combinators
                .combine(clauses.list().ofMaxSize(2).map(Criteria::new), Arbitraries.longs().between(0, 2))
                .as(AppendCondition::new);
        return Combinators.combine(Arbitraries.longs().between(1, 3), texts(), texts().injectNull(0.5), conditions,
                Arbitraries.longs().between(-1, 1).map(Instant::ofEpochMilli),
                Arbitraries.of(Hash.ORIGIN, Hash.of(new byte[32]), new Hash("ab".repeat(32))),
                events().list().ofMinSize(1).ofMaxSize(2))
                .as((first, id, commandId, condition, recordedAt, previous, events) -> new Commit(first, id, commandId,
                        condition, recordedAt, previous, Hash.ORIGIN, events));
    }

    @Provide
    Arbitrary<Tag> tags() {
        return Combinators.combine(texts().filter(key -> !key.isEmpty()), texts()).as(Tag::new);
    }

    private Arbitrary<EventData> events() {
        Arbitrary<Instant> instants = Combinators
                .combine(Arbitraries.longs().between(-1, 1), Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
        return Combinators.combine(texts(), texts(), texts(), instants, tags().set().ofMaxSize(3),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3),
                Arbitraries.maps(texts(), texts()).ofMaxSize(2)).as(EventData::new);
    }

    /** Few and confusable, so that equal and nearly equal commits come up. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', '=', '\\', '\0', 'é', '語').ofMaxLength(3);
    }

    private static Commit commit(String id, Tag tag) {
        EventData event = new EventData("e", "t", "1", Instant.EPOCH, Set.of(tag), new byte[0], Map.of());
        return new Commit(1, id, null, AppendCondition.none(), Instant.EPOCH, Hash.ORIGIN, Hash.ORIGIN,
                List.of(event));
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatThrownBy(() -> CommitDecoding.decode(7, bytes, Hash.ORIGIN))
                .isInstanceOfSatisfying(CorruptCommitException.class,
                        damage -> assertThat(damage.position()).isEqualTo(7));
    }
}

package dev.andon.eventstore.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstsTest {

    @Test
    void aCommitThatHasTheSubjectTwiceIsThereOnce() {
        Firsts firsts = new Firsts();

        assertThat(firsts.add(3)).isTrue();
        assertThat(firsts.add(3)).isFalse();
        assertThat(firsts.add(8)).isTrue();

        assertThat(firsts.stream().toArray()).containsExactly(3, 8);
    }

    @Test
    void aPlaceIsFoundFromAnyPositionOn() {
        Firsts firsts = new Firsts();
        for (long first : new long[]{2, 5, 9, 14, 20}) {
            firsts.add(first);
        }

        assertThat(firsts.get(firsts.indexFrom(5))).isEqualTo(5);
        assertThat(firsts.get(firsts.indexFrom(6))).isEqualTo(9);
        assertThat(firsts.indexFrom(21)).isEqualTo(firsts.size());
        assertThat(firsts.contains(14)).isTrue();
        assertThat(firsts.contains(15)).isFalse();
    }
}

package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningsTest {

    private static final long START = 100;
    private static final Tag INCIDENT = Tag.of("incident", "INC-1");
    private static final Tag FINDING = Tag.of("finding", "FND-1");
    private static final Criteria OF_THE_INCIDENT = Criteria.tagged(INCIDENT).or(Criteria.tagged(INCIDENT, FINDING));

    private final Beginnings beginnings = new Beginnings();

    @Test
    void whatIsPartOfSomethingThatBeganInTheTailIsNotAskedFor() {
        assertThat(beginnings.worthLearning(OF_THE_INCIDENT, START)).containsExactly(INCIDENT);

        beginnings.beginsAt(INCIDENT, START + 1);

        assertThat(beginnings.knowNothingMatches(OF_THE_INCIDENT, START)).isTrue();
        assertThat(beginnings.worthLearning(OF_THE_INCIDENT, START)).isEmpty();
    }

    @Test
    void whatBeganBeforeTheTailIsAskedForOnce() {
        beginnings.beginsAt(INCIDENT, START);

        assertThat(beginnings.knowNothingMatches(OF_THE_INCIDENT, START)).isFalse();
        assertThat(beginnings.worthLearning(OF_THE_INCIDENT, START)).isEmpty();
        assertThat(beginnings.worthLearning(Criteria.tagged(INCIDENT, FINDING), START)).containsExactly(FINDING);
    }

    @Test
    void whatWasNotThereYetMayHaveBegunSince() {
        beginnings.isAbsent(INCIDENT, START);
        assertThat(beginnings.knowNothingMatches(OF_THE_INCIDENT, START)).isTrue();

        assertThat(beginnings.knowNothingMatches(OF_THE_INCIDENT, START + 1)).isFalse();
        assertThat(beginnings.worthLearning(OF_THE_INCIDENT, START + 1)).containsExactly(INCIDENT);
    }

    @Test
    void ofWhatCarriesNoTagNothingCanBeLearned() {
        Criteria criteria = OF_THE_INCIDENT.or(Criteria.ofTypes("IncidentDeclared"));

        assertThat(beginnings.worthLearning(criteria, START)).isEmpty();
        assertThat(beginnings.knowNothingMatches(criteria, START)).isFalse();
    }
}

package dev.andon.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsAWholeSentenceThatSaysWhatIsSoAndWhatToDo(Refusal refusal) {
        assertThat(refusal.sentence()).matches("[A-Z].+[;,] .+\\.");
    }

    @Test
    void aRefusalsTypeIsItsNameAsAPathSegment() {
        assertThat(Refusal.INCIDENT_ENDED.type()).isEqualTo("incident-ended");
    }
}

package dev.andon.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.kernel.event.IncidentDeclared;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final EventCodec codec = new EventCodec();

    @Test
    void anEventIsStoredUnderItsPlainName() {
        assertThat(EventCodec.nameOf(IncidentDeclared.class)).isEqualTo("IncidentDeclared");
        assertThat(EventCodec.versionOf(IncidentDeclared.class)).isEqualTo("1");
    }

    @Test
    void anEventThatANewerAndonWroteIsNotGuessedAt() {
        assertThatThrownBy(() -> codec.read("IncidentForgotten", "1", EMPTY))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("IncidentForgotten");
    }

    @Test
    void aVersionThatANewerAndonWroteIsNotGuessedAt() {
        assertThatThrownBy(() -> codec.read("IncidentDeclared", "2", EMPTY))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("version 2");
    }
}

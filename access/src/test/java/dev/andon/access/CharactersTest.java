package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/** What the firewall would say by itself, of every character that there is. */
class CharactersTest {

    @Test
    void areThoseThatTheFirewallAllows() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString).forEach(character -> {
            assertThat(Characters.haveAMeaning(character)).as("in a name: %x", character.codePointAt(0))
                    .isEqualTo(StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES.test(character));
            assertThat(Characters.haveAMeaningOrAreTabs(character)).as("in a value: %x", character.codePointAt(0))
                    .isEqualTo(StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES.test(character));
        });
    }

    @Test
    void eachOneCounts() {
        assertThat(Characters.haveAMeaning("Idempotency-Key")).isTrue();
        assertThat(Characters.haveAMeaning("Idempotency\nKey")).isFalse();
        assertThat(Characters.haveAMeaningOrAreTabs("a\tb\u0000")).isFalse();
        assertThat(Characters.haveAMeaning(null)).isTrue();
    }
}

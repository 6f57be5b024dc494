package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.access.Identity;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.Actor;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.EventMetadata;
import dev.andon.monitoring.Correlation;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class CallerTest {

    private static final Identity BOT = new Identity.Bot(
            new ApiKeyId("KEY-5T8N"), "slack-bot", Set.of(AccessRole.RESPONDER));
    private static final Identity PERSON = new Identity.Person("8c1f", "alice", Set.of(AccessRole.ADMIN));

    @Test
    void whoActsForThemselvesIsTheActor() {
        assertThat(Caller.of(BOT, new HttpHeaders()).actor()).isEqualTo(new Actor("slack-bot", null));
        assertThat(Caller.of(PERSON, new HttpHeaders()).actor()).isEqualTo(new Actor("alice", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "J\u00fcrgen Gro\u00dfmann", "\u6797"})
    void aBotActsForWhomItNamesInWhateverScript(String name) {
        assertThat(Caller.of(BOT, onBehalfOf(name)).actor()).isEqualTo(new Actor(name, "slack-bot"));
    }

    @Test
    void aPersonActsForNobodyElse() {
        assertThatThrownBy(() -> Caller.of(PERSON, onBehalfOf("bob")))
                .isInstanceOfSatisfying(MalformedRequest.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(403);
                    assertThat(refused.problem().type()).isEqualTo("/problems/not-on-behalf-of-others");
                });
    }

    @Test
    void whoseCredentialsItWereIsKeptWhateverTheyAreCalled() {
        assertThat(Caller.of(BOT, onBehalfOf("bob")).metadata(Correlation.started()))
                .containsEntry(EventMetadata.CALLER, "key:KEY-5T8N");
        assertThat(Caller.of(PERSON, new HttpHeaders()).id()).isEqualTo("person:8c1f");
    }

    @Test
    void whatComesInsideARequestNeedsTheSameRolesAsByItself() {
        Caller bot = Caller.of(BOT, new HttpHeaders());

        assertThatCode(() -> bot.requireMayPost("/incidents")).doesNotThrowAnyException();
        assertThatCode(() -> bot.requireMayPost("/%zz")).doesNotThrowAnyException();
        assertThatThrownBy(() -> bot.requireMayPost("/api-keys")).isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> bot.requireMayPost("/incidents/INC-1/severity")).isInstanceOf(MalformedRequest.class);
    }

    /** As the server hands it on: the bytes of UTF-8, each taken for a character. */
    private static HttpHeaders onBehalfOf(String name) {
        var headers = new HttpHeaders();
        headers.set(Caller.ON_BEHALF_OF,
                new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return headers;
    }
}

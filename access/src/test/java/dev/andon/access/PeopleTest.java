package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.andon.kernel.AccessRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an identity provider, through a real server. */
class PeopleTest {

    private static final String PATH = "/api/v1/incidents";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Issuer issuer;

    @SuppressWarnings("NullAway.Init")
    private static AccessServer server;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.started();
        server = AccessServer.on(directory, issuer.arguments());
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void aGoodTokenSaysWhoSomebodyIsAndWhatTheyMay() throws Exception {
        server.get(PATH, issuer.token(issuer.claims()))
                .expectStatus().isOk()
                .expectBody(String.class)
                .isEqualTo(new Identity.Person("8c1f", "alice", Set.of(AccessRole.RESPONDER)).toString());
    }

    @Test
    void whoHasNoNameToShowIsCalledByTheSubject() throws Exception {
        for (String name : new String[]{null, "", " ", "two\nlines", "x".repeat(101)}) {
            assertThat(bodyOf(issuer.token(issuer.claims().claim("preferred_username", name))))
                    .as("called " + name)
                    .contains("name=8c1f");
        }
    }

    @Test
    void aTokenThatIsNotGoodIsAnsweredTheSameWhateverIsWrongWithIt() throws Exception {
        var spoiled = new HashMap<String, String>(Map.of(
                "expired", issuer.token(issuer.claims().expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                "not yet valid", issuer.token(issuer.claims().notBeforeTime(Date.from(Instant.now().plusSeconds(120)))),
                "for somebody else", issuer.token(issuer.claims().audience("another")),
                "of somebody else", issuer.token(issuer.claims().issuer("https://elsewhere.example")),
                "forged", issuer.forged(),
                "of an unknown key", issuer.signedByAnUnknownKey("second"),
                "signed with the public key", issuer.signedWithThePublicKey(),
                "unsigned", issuer.unsigned(),
                "not a token", "x.y.z"));
        spoiled.put("never expires", issuer.token(issuer.claims().expirationTime(null)));
        spoiled.put("for nobody", issuer.token(issuer.claims().audience((String) null)));
        spoiled.put("about nobody", issuer.token(issuer.claims().subject(null)));

        spoiled.forEach((what, token) -> {
            var answer = server.get(PATH, token).expectBody(String.class).returnResult();
            assertThat(answer.getStatus().value()).as(what).isEqualTo(401);
            assertThat(answer.getResponseHeaders().get("WWW-Authenticate")).as(what)
                    .containsExactly("Bearer realm=\"andon\", error=\"invalid_token\"");
            assertThat(answer.getResponseBody()).as(what).isEqualTo(
                    """
                            {"type":"/problems/unauthenticated","title":"Who are you?","status":401,"detail":"Send an API \
                            key or a token: Authorization: Bearer …","instance":"/api/v1/incidents"}""");
        });
    }

    @Test
    void whoeverHasNoRoleHereComesInAndMayDoNothing() throws Exception {
        server.get(PATH, issuer.token(issuer.claims().claim("roles", "of another application")))
                .expectStatus().isForbidden();
    }

    @Test
    void madeUpKeyNamesDoNotSendTheServerToTheIssuerEachTime() throws Exception {
        server.get(PATH, issuer.token(issuer.claims())).expectStatus().isOk();
        int before = issuer.keysFetched();

        for (int i = 0; i < 30; i++) {
            server.get(PATH, issuer.signedByAnUnknownKey("made-up-" + i)).expectStatus().isUnauthorized();
        }

        assertThat(issuer.keysFetched() - before).isLessThanOrEqualTo(2);
        server.get(PATH, issuer.token(issuer.claims())).expectStatus().isOk();
    }

    @Test
    void rolesAreFoundWhereAndAsTheProviderHasThem(@TempDir Path other) throws Exception {
        String[] arguments = {
            issuer.arguments()[0], issuer.arguments()[1], "--andon.security.jwt.roles-claim=realm_access.roles",
            "--andon.security.jwt.role-names.sre-on-call=COMMANDER", "--andon.security.jwt.actor-claim=email"
        };
        try (var keycloak = AccessServer.on(other, arguments)) {
            String token = issuer.token(issuer.claims()
                    .claim("realm_access", Issuer.nested("sre-on-call", "offline_access", "AUTHOR"))
                    .claim("email", "alice@example.org"));

            assertThat(keycloak.get(PATH, token).expectBody(String.class).returnResult().getResponseBody())
                    .contains("name=alice@example.org", "COMMANDER", "AUTHOR")
                    .doesNotContain("RESPONDER");
        }
    }

    @Test
    void anIssuerThatIsDownAtTheStartKeepsOnlyItsOwnPeopleWaiting(@TempDir Path other) throws Exception {
        try (var late = Issuer.away(); var started = AccessServer.on(other, late.arguments())) {
            String key = started.key("7777", null, AccessRole.REPORTER);
            started.get(PATH, late.token(late.claims()))
                    .expectStatus().isEqualTo(503)
                    .expectHeader().exists("Retry-After")
                    .expectBody().jsonPath("$.type").isEqualTo("/problems/identity-provider-unavailable");
            awaitOk(started, key);

            late.start();
            awaitOk(started, late.token(late.claims()));

            late.stop();
            started.get(PATH, late.token(late.claims())).expectStatus().isOk();
            started.get(PATH, late.signedByAnUnknownKey("new")).expectStatus().value(
                    status -> assertThat(status).isIn(401, 503));
        }
    }

    @Test
    void anIssuerWithoutAnAudienceOrWithoutEncryptionIsRefusedAtTheStart(@TempDir Path other) {
        assertThatThrownBy(() -> AccessServer.on(other, "--andon.security.jwt.issuer=https://issuer.example"))
                .hasRootCauseInstanceOf(UnsafeConfigurationException.class)
                .hasStackTraceContaining("who its tokens must be for");
        assertThatThrownBy(() -> AccessServer.on(
                other, "--andon.security.jwt.issuer=http://issuer.example", "--andon.security.jwt.audience=andon"))
                .hasRootCauseInstanceOf(UnsafeConfigurationException.class)
                .hasStackTraceContaining("anybody in between can change");
    }

    private static String bodyOf(String token) {
        return String.valueOf(server.get(PATH, token).expectBody(String.class).returnResult().getResponseBody());
    }

    private static void awaitOk(AccessServer asked, String token) {
        await().atMost(Duration.ofSeconds(60)).until(() -> asked.get(PATH, token)
                .expectBody(String.class)
                .returnResult()
                .getStatus()
                .is2xxSuccessful());
    }
}

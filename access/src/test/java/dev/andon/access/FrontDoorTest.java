package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.kernel.AccessRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Who comes past, and what the others are told, through a real server. */
class FrontDoorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static AccessServer server;

    private static String reporter = "";
    private static String admin = "";

    @BeforeAll
    static void start() {
        server = AccessServer.on(directory, AccessServer.SECURED, "--andon.security.failures-per-minute=0",
                "--andon.security.cors-allowed-origins=https://ui.example.org",
                "--management.endpoint.health.show-components=when-authorized",
                "--management.endpoint.health.roles=AUDITOR,ADMIN");
        reporter = server.key("1111", null, AccessRole.REPORTER);
        admin = server.key("2222", null, AccessRole.ADMIN);
        await().until(() -> statusOf("/api/v1/incidents", admin) == 200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents", "/api/v1/nothing", "/", "/actuator", "/actuator/env",
        "/actuator/prometheus", "/actuator/heapdump", "/api/v1/incidents/INC-1/timeline"})
    void whoSaysNothingAboutThemselvesLearnsNothing(String path) {
        server.get(path, null)
                .expectStatus().isUnauthorized()
                .expectHeader().valueEquals("WWW-Authenticate", "Bearer realm=\"andon\"")
                .expectBody().jsonPath("$.type").isEqualTo("/problems/unauthenticated");
    }

    @Test
    void whatSomebodyMayNotSeeLooksTheSameWhetherItIsThereOrNot() {
        String there = refusalAt("/api/v1/incidents/INC-1/timeline");

        assertThat(refusalAt("/api/v1/incidents/INC-2/timeline").replace("INC-2", "INC-1")).isEqualTo(there);
        assertThat(refusalAt("/api/v1/nothing/INC-1/timeline").replace("nothing", "incidents")).isEqualTo(there);
    }

    /** As through the door, not as in the table: 403 is who may not, and anything else is what the server made of it. */
    @ParameterizedTest
    @EnumSource(AccessRole.class)
    void eachRoleMayDoWhatTheTableSaysAndNoMore(AccessRole role) {
        String key = server.key("A00" + role.ordinal(), null, role);
        await().until(() -> statusOf("/api/v1/incidents", key) == 200);

        for (AccessTable.Row row : AccessTable.ROWS) {
            String path = row.path().getPatternString().replaceAll("\\{[^}]*}", "X");
            int answered = server.client().method(row.method()).uri(path).header("Authorization", "Bearer " + key)
                    .exchange().expectBody().returnResult().getStatus().value();

            assertThat(answered != 403).as("%s may %s %s (%d)", role, row.method(), path, answered)
                    .isEqualTo(row.roles().contains(role));
            assertThat(answered).as(path).isNotEqualTo(401);
        }
    }

    @Test
    void onlyTheHealthIsForEverybodyAndSaysNoMore() {
        server.get("/actuator/health", null).expectStatus().isOk().expectBody(String.class).isEqualTo(
                "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(statusOf("/actuator/env", admin)).isEqualTo(404);
        assertThat(statusOf("/actuator/heapdump", admin)).isEqualTo(404);
        assertThat(statusOf("/actuator/prometheus", reporter)).isEqualTo(403);
    }

    @Test
    void whatIsDownIsToldToThoseWhoRunTheServer() {
        server.get("/actuator/health", admin).expectStatus().isOk()
                .expectBody().jsonPath("$.components.apiKeys.status").isEqualTo("UP");
        server.get("/actuator/health/readiness", reporter).expectStatus().isOk()
                .expectBody().jsonPath("$.components").doesNotExist();
        server.get("/actuator/health", "wrong").expectStatus().isUnauthorized();
    }

    @Test
    void aRevokedKeyOpensNothingAnyMore() {
        String key = server.key("3333", null, AccessRole.ADMIN);
        await().until(() -> statusOf("/api/v1/incidents", key) == 200);

        server.revoke("3333");

        await().until(() -> statusOf("/api/v1/incidents", key) == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRtaW46YWRtaW4=", "Bearer", "Bearer  ", "Bearer ä", "andon_1111"})
    void credentialsOfAnotherKindAreNone(String header) {
        server.client().get().uri("/api/v1/incidents").header("Authorization", header).exchange()
                .expectStatus().isUnauthorized();
    }

    @Test
    void aKeyInTheUrlIsNoCredential() {
        server.get("/api/v1/incidents?access_token=" + admin, null).expectStatus().isUnauthorized();
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (String token : new String[]{reporter, "wrong"}) {
            server.get("/api/v1/incidents", token).expectHeader().valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader().valueEquals("X-Frame-Options", "DENY")
                    .expectHeader().valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader().valueEquals("Cross-Origin-Resource-Policy", "same-origin")
                    .expectHeader().valueEquals("Cache-Control", "private, no-cache")
                    .expectHeader().value("Content-Security-Policy", startsWith("default-src 'none'"))
                    .expectHeader().doesNotExist("Strict-Transport-Security")
                    .expectHeader().doesNotExist("Set-Cookie");
        }
    }

    /** Netty sees to that. */
    @Test
    void noHeaderOfAnAnswerBecomesTwo() {
        server.get("/api/v1/incidents/INC-2", reporter).expectStatus().is5xxServerError()
                .expectHeader().doesNotExist("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//incidents", "/api/v1/incidents;x=1", "/api/v1/%2e%2e/incidents",
        "/api/v1/incidents%2FINC-1", "/api/v1/incidents/%00"})
    void aPathThatCouldMeanTwoThingsIsRefusedAsAProblem(String path) {
        var answer = server.client().method(HttpMethod.GET).uri(URI.create(
                server.address() + path)).header("Authorization", "Bearer " + reporter).exchange();

        answer.expectStatus().isBadRequest().expectBody().jsonPath("$.type").isEqualTo("/problems/malformed");
    }

    @Test
    void pagesOfANamedOriginMayCallAndNoOthers() {
        server.client().options().uri("/api/v1/incidents").header("Origin", "https://ui.example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, idempotency-key")
                .exchange()
                .expectStatus().isOk()
                .expectHeader().valueEquals("Access-Control-Allow-Origin", "https://ui.example.org")
                .expectHeader().doesNotExist("Access-Control-Allow-Credentials");
        server.client().options().uri("/api/v1/incidents").header("Origin", "https://evil.example.org")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectStatus().isForbidden()
                .expectHeader().doesNotExist("Access-Control-Allow-Origin")
                .expectHeader().contentType("application/problem+json")
                .expectBody().jsonPath("$.type").isEqualTo("/problems/origin-not-allowed");
        server.client().get().uri("/api/v1/incidents").header("Origin", "https://ui.example.org")
                .header("Authorization", "Bearer " + reporter)
                .exchange()
                .expectHeader().valueEquals("Access-Control-Allow-Origin", "https://ui.example.org")
                .expectHeader().value("Access-Control-Expose-Headers", header -> assertThat(header)
                        .contains("Andon-Position", "RateLimit"));
    }

    private static int statusOf(String path, String token) {
        return server.get(path, token).expectBody().returnResult().getStatus().value();
    }

    private static String refusalAt(String path) {
        var answer = server.get(path, reporter).expectStatus().isForbidden().expectBody(String.class).returnResult();
        return String.valueOf(answer.getResponseBody());
    }

    private static Consumer<String> startsWith(String start) {
        return value -> assertThat(value).startsWith(start);
    }
}

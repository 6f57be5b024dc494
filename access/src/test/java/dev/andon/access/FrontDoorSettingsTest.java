package dev.andon.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.andon.kernel.AccessRole;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are run in another way, each test with one of its own. */
class FrontDoorSettingsTest {

    @Test
    void behindTlsTheBrowserIsToldToStayThere(@TempDir Path directory) {
        try (var behind = AccessServer.on(directory, AccessServer.SECURED,
                "--server.forward-headers-strategy=native")) {
            behind.client().get().uri("/actuator/health").header("X-Forwarded-Proto", "https").exchange()
                    .expectHeader().value("Strict-Transport-Security", startsWith("max-age="));
            behind.client().get().uri("/actuator/health").exchange()
                    .expectHeader().doesNotExist("Strict-Transport-Security");
        }
    }

    /** A path that only its prefix makes look public is not: the prefix is whatever the client says that a proxy took off. */
    @Test
    void aPrefixThatIsSaidToHaveBeenTakenOffOpensNothing(@TempDir Path directory) {
        for (String strategy : List.of("native", "framework")) {
            try (var behind = AccessServer.on(
                    directory.resolve(strategy), AccessServer.SECURED,
                    "--server.forward-headers-strategy=" + strategy)) {
                String reporter = behind.key("1111", null, AccessRole.REPORTER);
                await().until(() -> behind.get("/api/v1/incidents", reporter).expectBody().returnResult().getStatus()
                        .value() == 200);

                behind.client().get().uri("/api/v1/incidents").header("X-Forwarded-Prefix", "/v3/api-docs").exchange()
                        .expectStatus().isUnauthorized();
                behind.client().get().uri("/api/v1/incidents").header("X-Forwarded-Prefix", "/andon")
                        .header("Authorization", "Bearer " + reporter).exchange()
                        .expectStatus().isOk();
            }
        }
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndNobodyElseIs(@TempDir Path directory) {
        try (var slow = AccessServer.on(directory, AccessServer.SECURED, "--andon.security.requests-per-minute=3")) {
            String greedy = slow.key("1111", null, AccessRole.REPORTER);
            String modest = slow.key("2222", null, AccessRole.REPORTER);
            await().until(
                    () -> slow.get("/api/v1/incidents", modest).expectBody().returnResult().getStatus().value() == 200);
            for (int i = 0; i < 3; i++) {
                slow.get("/api/v1/incidents", greedy)
                        .expectStatus().isOk()
                        .expectHeader().valueEquals("RateLimit-Policy", "\"requests\";q=3;w=60")
                        .expectHeader().value("RateLimit", startsWith("\"requests\";r=" + (2 - i) + ";t="));
            }

            slow.get("/api/v1/incidents", greedy)
                    .expectStatus().isEqualTo(429)
                    .expectHeader().value("Retry-After", wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 20))
                    .expectBody().jsonPath("$.type").isEqualTo("/problems/too-many-requests");
            slow.get("/api/v1/incidents", modest).expectStatus().isOk();
        }
    }

    @Test
    void whoTriesKeysIsSlowedDownAndWhoHasOneIsNot(@TempDir Path directory) {
        try (var guarded = AccessServer.on(directory, AccessServer.SECURED, "--andon.security.failures-per-minute=5")) {
            String key = guarded.key("1111", null, AccessRole.REPORTER);
            for (int i = 0; i < 5; i++) {
                guarded.get("/api/v1/incidents", key.substring(0, key.length() - 1) + "x").expectStatus()
                        .isUnauthorized();
            }

            guarded.get("/api/v1/incidents", "andon_wrong").expectStatus().isEqualTo(429)
                    .expectHeader().exists("Retry-After");
            guarded.get("/api/v1/incidents", null).expectStatus().isEqualTo(429);
            await().until(
                    () -> guarded.get("/api/v1/incidents", key).expectBody().returnResult().getStatus().value() == 200);
        }
    }

    @Test
    void anOpenServerLetsThisMachineInButNoPageFromElsewhere(@TempDir Path directory) {
        try (var open = AccessServer.on(
                directory, "--andon.security.hosts=andon.example.org", "--server.forward-headers-strategy=native")) {
            open.get("/api/v1/incidents", null).expectStatus().isOk().expectBody(String.class).isEqualTo("Local[]");
            open.get("/api/v1/incidents", "andon_wrong").expectStatus().isUnauthorized();
            open.client().post().uri("/api/v1/incidents").header("Origin", "https://evil.example.org").exchange()
                    .expectStatus().isForbidden()
                    .expectBody().jsonPath("$.type").isEqualTo("/problems/not-from-there");
            open.client().post().uri("/api/v1/incidents").header("Origin", "null").exchange()
                    .expectStatus().isForbidden();
            open.client().get().uri("/api/v1/incidents").header("Host", "evil.example.org").exchange()
                    .expectStatus().isForbidden();
            open.client().get().uri("/api/v1/incidents").header("Host", "evil.example.org")
                    .header("X-Forwarded-Host", "127.0.0.1").header("Forwarded", "host=127.0.0.1").exchange()
                    .expectStatus().isForbidden();
            open.client().get().uri("/api/v1/incidents").header("Host", "andon.example.org").exchange()
                    .expectStatus().isOk();
            open.client().get().uri("/api/v1/incidents").header("Host", "localhost:8080")
                    .header("Origin", "http://localhost:8080").exchange()
                    .expectStatus().isOk();
        }
    }

    @Test
    void aHealthCheckThatNamesNoHostIsAnswered(@TempDir Path directory) throws Exception {
        try (var open = AccessServer.on(directory);
                var socket = new Socket("127.0.0.1", URI.create(open.address()).getPort())) {
            socket.getOutputStream().write("GET /actuator/health/readiness HTTP/1.0\r\n\r\n".getBytes(UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains(" 200 ", "\"UP\"");
        }
    }

    @Test
    void aPortOfItsOwnForManagementIsNoWayAround(@TempDir Path directory) {
        try (var split = AccessServer.on(directory, AccessServer.SECURED, "--management.server.port=0",
                "--management.server.address=127.0.0.1", "--management.endpoints.web.exposure.include=*")) {
            var management = split.client("local.management.port");

            management.get().uri("/actuator/health").exchange().expectStatus().isOk();
            management.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
            management.get().uri("/actuator/metrics").exchange().expectStatus().isUnauthorized();
        }
    }

    @Test
    void anOpenServerDoesNotStartWhereOthersCouldReachIt(@TempDir Path directory) {
        assertThatThrownBy(() -> AccessServer.on(directory, "--server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(UnsafeConfigurationException.class);
        assertThatThrownBy(() -> AccessServer.on(directory, "--andon.security.cors-allowed-origins=*"))
                .hasRootCauseInstanceOf(UnsafeConfigurationException.class);
    }

    private static Consumer<String> startsWith(String start) {
        return value -> assertThat(value).startsWith(start);
    }
}

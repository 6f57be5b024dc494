package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class AccessTableTest {

    @Test
    void theTableInTheDocumentationIsThisOne() throws Exception {
        List<String> documented = Files.readAllLines(Path.of("../docs/security.md")).stream()
                .filter(line -> line.startsWith("| `POST ") || line.startsWith("| `GET "))
                .toList();

        assertThat(documented).containsExactlyElementsOf(AccessTable.ROWS.stream().map(AccessTableTest::line).toList());
    }

    private static String line(AccessTable.Row row) {
        String marks = Arrays.stream(AccessRole.values())
                .map(role -> row.roles().contains(role) ? " ✓ |" : "   |")
                .collect(Collectors.joining());
        return "| `%s %s` |%s".formatted(
                row.method(), row.path().getPatternString().replace("/api/v1", ""), marks);
    }

    @ParameterizedTest
    @EnumSource(AccessRole.class)
    void whatIsNotInTheTableIsForAnAdminAlone(AccessRole role) {
        for (String path : List.of("/api/v1/forgotten", "/", "/actuator/env", "/api/v1/incidents/INC-1/forgotten")) {
            for (HttpMethod method : HttpMethod.values()) {
                assertThat(allows(role, method, path)).as(method + path).isEqualTo(role == AccessRole.ADMIN);
            }
        }
    }

    @Test
    void anAdminMayDoEverything() {
        assertThat(AccessTable.ROWS).allSatisfy(row -> assertThat(row.roles()).contains(AccessRole.ADMIN));
    }

    @Test
    void anAuditorPostsNothing() {
        assertThat(AccessTable.ROWS)
                .filteredOn(row -> row.method().equals(HttpMethod.POST))
                .allSatisfy(row -> assertThat(row.roles()).doesNotContain(AccessRole.AUDITOR));
    }

    @Test
    void noPathIsThereTwice() {
        assertThat(AccessTable.ROWS)
                .extracting(row -> row.method() + " " + row.path().getPatternString())
                .doesNotHaveDuplicates();
    }

    @Test
    void askingForTheHeadersIsAsking() {
        assertThat(allows(AccessRole.REPORTER, HttpMethod.HEAD, "/api/v1/incidents")).isTrue();
        assertThat(allows(AccessRole.REPORTER, HttpMethod.HEAD, "/api/v1/api-keys")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents", "/actuator", "/actuator/env", "/actuator/prometheus",
        "/actuator/health/db"})
    void littleIsPublic(String path) {
        assertThat(AccessTable.isPublic(HttpMethod.GET, PathContainer.parsePath(path))).isFalse();
        assertThat(AccessTable.isPublic(HttpMethod.POST, PathContainer.parsePath("/actuator/health"))).isFalse();
        assertThat(AccessTable.isPublic(HttpMethod.GET, PathContainer.parsePath("/actuator/health"))).isTrue();
    }

    private static boolean allows(AccessRole role, HttpMethod method, String path) {
        return AccessTable.allows(
                new Identity.Bot(new ApiKeyId("KEY-5T8N"), "bot", Set.of(role)), method, PathContainer.parsePath(path));
    }
}

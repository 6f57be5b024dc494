package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore store;

    @BeforeEach
    void open() {
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aKeyThatWasCreatedBeforeTheStartLetsItsBotInAtOnce() {
        PresentedKey key = created("5T8N", null);

        try (var keys = keysAt(NOW)) {
            assertThat(keys.botWith(key.text())).contains(
                    new Identity.Bot(key.id(), "slack-bot", Set.of(AccessRole.REPORTER)));
        }
    }

    @Test
    void aKeyThatWasRevokedBeforeTheStartLetsNobodyIn() {
        PresentedKey key = created("5T8N", null);
        AccessServer.record(store, new ApiKeyRevoked(key.id(), null, NOW));

        try (var keys = keysAt(NOW)) {
            assertThat(keys.botWith(key.text())).isEmpty();
        }
    }

    @Test
    void whatIsRecordedLaterIsFollowed() {
        try (var keys = keysAt(NOW)) {
            PresentedKey key = created("5T8N", null);
            await().until(() -> keys.botWith(key.text()).isPresent());

            AccessServer.record(store, new ApiKeyRevoked(key.id(), "leaked", NOW));
            await().until(() -> keys.botWith(key.text()).isEmpty());
            assertThat(keys.isUpToDate()).isTrue();
        }
    }

    @Test
    void aKeyOpensUntilTheInstantAtWhichItExpires() {
        PresentedKey key = created("5T8N", NOW);

        try (var before = keysAt(NOW.minusNanos(1)); var then = keysAt(NOW)) {
            assertThat(before.botWith(key.text())).isPresent();
            assertThat(then.botWith(key.text())).isEmpty();
        }
    }

    @Test
    void onlyTheWholeKeyOpens() {
        PresentedKey key = created("5T8N", null);
        PresentedKey other = created("6666", null);

        try (var keys = keysAt(NOW)) {
            assertThat(keys.botWith(new PresentedKey(key.id(), other.secret()).text())).isEmpty();
            assertThat(keys.botWith(new PresentedKey(new ApiKeyId("KEY-0000"), key.secret()).text())).isEmpty();
            assertThat(keys.botWith(key.text().substring(0, key.text().length() - 1))).isEmpty();
            assertThat(keys.botWith(key.text() + "0")).isEmpty();
            assertThat(keys.botWith(key.secret())).isEmpty();
            assertThat(keys.botWith("andon_5T8N_")).isEmpty();
            assertThat(keys.botWith("")).isEmpty();
        }
    }

    @Test
    void whatIsPrintedOfAKeyOpensNothing() {
        PresentedKey key = created("5T8N", null);

        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(key.text()).matches("andon_[0-9A-Z]{4}_[0-9a-f]{64}");
    }

    private PresentedKey created(String id, @Nullable Instant expiresAt) {
        var key = new PresentedKey(new ApiKeyId("KEY-" + id), PresentedKey.newSecret());
        AccessServer.record(store, new ApiKeyCreated(
                key.id(), "slack-bot", List.of(AccessRole.REPORTER), SecretDigest.of(key.secret()), expiresAt, NOW));
        return key;
    }

    private ApiKeys keysAt(Instant now) {
        return new ApiKeys(store, Clock.fixed(now, ZoneOffset.UTC));
    }
}

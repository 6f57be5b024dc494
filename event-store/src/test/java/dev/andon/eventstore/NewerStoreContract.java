package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a store that a newer version has written to, under the hands of this one. */
public abstract class NewerStoreContract {

    private final Commit first = commit(Head.ORIGIN, event("IncidentDeclared"));

    protected abstract EventLog open() throws Exception;

    protected abstract EventLog openReadOnly() throws Exception;

    /** What this version writes. */
    protected abstract int format();

    /** As the version that has this format would leave it. */
    protected abstract void markAsFormat(int format) throws Exception;

    @BeforeEach
    void recordACommit() throws Exception {
        try (EventLog log = open()) {
            log.append(Head.ORIGIN, List.of(first)).block();
        }
    }

    @Test
    void itIsRefusedWithWhatToDo() throws Exception {
        markAsFormat(format() + 1);
        assertRefused(this::open);
    }

    @Test
    void itIsNotReadEither() throws Exception {
        markAsFormat(format() + 1);
        assertRefused(this::openReadOnly);
    }

    @Test
    void itIsLeftAsItWas() throws Exception {
        // given
        markAsFormat(format() + 1);
        assertRefused(this::open);
        assertRefused(this::open);

        // when
        markAsFormat(format());

        // then
        try (EventLog log = open()) {
            assertThat(await(log.read(0).collectList())).containsExactly(first);
        }
        try (EventLog log = openReadOnly()) {
            assertThat(await(log.read(0).collectList())).containsExactly(first);
        }
    }

    private void assertRefused(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("written by a newer version of Andon (format %d; this version knows %d)",
                        format() + 1, format())
                .hasMessageEndingWith("upgrade to open it");
    }
}

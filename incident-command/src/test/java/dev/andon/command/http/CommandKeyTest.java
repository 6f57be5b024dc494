package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandKeyTest {

    private static final String REQUEST = "/services\n{}";

    @Test
    void twoCallersWhoChooseTheSameKeyDoNotMeet() {
        assertThat(idOf("key", "alice", "1", REQUEST, false)).isNotEqualTo(idOf("key", "bob", "1", REQUEST, false));
    }

    @Test
    void oneCallersKeyIsOneWhateverTheRequestSoThatAMistakeIsFound() {
        assertThat(idOf("key", "alice", "1", REQUEST, false)).isEqualTo(idOf("key", "alice", "1", "another", false));
        assertThat(new CommandKey("key", "alice", "1").of(REQUEST, false).digest())
                .isNotEqualTo(new CommandKey("key", "alice", "1").of("another", false).digest());
    }

    @Test
    void singleCommandsAndImportsHaveKeysOfTheirOwn() {
        assertThat(idOf("key", "alice", "1", REQUEST, false))
                .isNotEqualTo(idOf("import", "alice", "1", REQUEST, false));
    }

    @Test
    void whoWroteAnAnonymousNoteCannotBeFoundOutByTryingEachName() {
        assertThat(idOf("key", "alice", "1", REQUEST, true)).isEqualTo(idOf("key", "bob", "1", REQUEST, true));
        assertThat(idOf("key", "alice", "1", REQUEST, true)).isNotEqualTo(idOf("key", "alice", "1", "another", true));
    }

    @Test
    void neitherNameNorKeyIsToBeReadInIt() {
        assertThat(idOf("key", "alice", "secret", REQUEST, false)).doesNotContain("alice", "secret")
                .hasSizeLessThan(80);
    }

    private static String idOf(String kind, String caller, String key, String request, boolean anonymous) {
        return new CommandKey(kind, caller, key).of(request, anonymous).commandId();
    }
}

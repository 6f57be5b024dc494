package dev.andon.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void eachIsAnotherWhicheverThreadAsks() {
        List<String> ids = IntStream.range(0, 10_000).parallel().mapToObj(_ -> MessageIds.next()).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void eachIsAUuidOfAWayOfItsOwn() {
        assertThat(UUID.fromString(MessageIds.next())).returns(8, UUID::version).returns(2, UUID::variant);
    }
}

package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final byte[] NOTHING = {};

    @Property
    void whatIsKeptStaysAsItWasWhateverComesBehindIt(
            @ForAll @Size(max = 200) List<@IntRange(max = 400) Integer> lengths,
            @ForAll @IntRange(max = 40) int following,
            @ForAll Random random) {
        Blocks blocks = new Blocks(0);
        List<byte[]> kept = lengths.stream().map(length -> randomBytes(length, random)).toList();
        byte[] behind = randomBytes(following, random);

        List<Blocks.Bytes> bytes = kept.stream().map(each -> blocks.keep(each, behind)).toList();

        for (int index = 0; index < bytes.size(); index++) {
            byte[] read = new byte[bytes.get(index).length()];
            bytes.get(index).buffer().get(read);
            assertThat(read).isEqualTo(ByteBuffer.allocate(read.length).put(kept.get(index)).put(behind).array());
        }
    }

    private static byte[] randomBytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsSmallSharesABlockAndWhatIsLargeHasOneThatItFills() {
        Blocks blocks = new Blocks(0);

        Blocks.Bytes first = blocks.keep(new byte[100], NOTHING);
        Blocks.Bytes large = blocks.keep(new byte[1000], NOTHING);
        Blocks.Bytes second = blocks.keep(new byte[100], NOTHING);

        assertThat(second.block()).isSameAs(first.block());
        assertThat(large.block()).hasSize(1000);
    }

    @Test
    void aBlockThatIsFullIsFollowedByAnother() {
        Blocks blocks = new Blocks(0);
        byte[] first = blocks.keep(new byte[1], NOTHING).block();

        for (int kept = 1; kept < first.length; kept++) {
            assertThat(blocks.keep(new byte[1], NOTHING).block()).isSameAs(first);
        }

        assertThat(blocks.keep(new byte[1], NOTHING).block()).isNotSameAs(first);
    }
}

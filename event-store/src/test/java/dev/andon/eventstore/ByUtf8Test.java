package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByUtf8Test {

    /** Characters of one to four bytes, some on either side of where surrogates stand. */
    private static final List<String> CHARACTERS = List.of("", "a", "b", "é", "€", "\uFB00", "\uFFFD", "😀", "😁",
            "𐀀");

    @Property
    void isTheOrderOfTheBytes(
            @ForAll @Size(max = 4) List<@IntRange(max = 9) Integer> one,
            @ForAll @Size(max = 4) List<@IntRange(max = 9) Integer> other) {
        int bytes = Arrays.compareUnsigned(
                text(one).getBytes(StandardCharsets.UTF_8), text(other).getBytes(StandardCharsets.UTF_8));

        assertThat(Integer.signum(ByUtf8.ORDER.compare(text(one), text(other)))).isEqualTo(Integer.signum(bytes));
    }

    private static String text(List<Integer> characters) {
        return characters.stream().map(CHARACTERS::get).collect(Collectors.joining());
    }
}

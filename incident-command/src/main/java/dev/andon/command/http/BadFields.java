package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails.BadField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is wrong with a body, so that the caller learns all of it at once. */
final class BadFields {

    private static final int MAX = 100;

    private final List<BadField> fields = new ArrayList<>();
    private int count;

    void add(String pointer, String detail) {
        count++;
        if (fields.size() < MAX) {
            fields.add(new BadField(pointer, detail));
        }
    }

    /** For what takes work to say: thousands of unknown names must not cost thousands of searches for what was meant. */
    void add(String pointer, Supplier<String> detail) {
        add(pointer, count < MAX ? detail.get() : "");
    }

    /** All that were added, also beyond those that are told. */
    int count() {
        return count;
    }

    List<BadField> list() {
        return List.copyOf(fields);
    }
}

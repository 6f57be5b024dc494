package dev.andon.command.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Says what a caller may have meant by a name that is not known. */
final class Names {

    private static final int MAX_SHOWN = 60;

    private Names() {}

    static String unknown(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "is not a field here; this takes no fields";
        }
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .map(nearest -> "is not a field here; did you mean %s?".formatted(nearest))
                .orElseGet(() -> "is not a field here; there are " + String.join(", ", new TreeSet<>(known)));
    }

    static String shortened(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
    }

    /** The name as a part of a JSON pointer. */
    static String pointer(String name) {
        return shortened(name.replace("~", "~0").replace("/", "~1"));
    }

    /** How many characters must be added, removed or replaced (Levenshtein's distance); large for long names. */
    private static int distance(String left, String right) {
        if (left.length() > MAX_SHOWN) {
            return Integer.MAX_VALUE;
        }
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

package dev.andon.query.similar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every term a number, so that a comparison compares numbers. The numbers are another process's business to give
 * otherwise; nothing that is answered depends on them.
 */
final class Vocabulary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final Map<String, String> forms = new HashMap<>();

    synchronized int numberOf(String term) {
        return numbers.computeIfAbsent(term, added -> {
            terms.add(added);
            return terms.size() - 1;
        });
    }

    synchronized String term(int number) {
        return terms.get(number);
    }

    /** The same text, once in memory. */
    synchronized String form(String form) {
        return forms.computeIfAbsent(form, same -> same);
    }

    synchronized int size() {
        return terms.size();
    }
}

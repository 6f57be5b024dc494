package dev.andon.query.similar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What texts are made of, as far as it tells them apart: each word by its stem, with how often it occurs and how it was first
 * written. "Replicas" and "replica" are one term, "the" is none.
 *
 * @param terms numbers of the vocabulary, ascending
 */
record Words(int[] terms, int[] counts, String[] forms) {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    /** A text that is longer is a log file that somebody pasted; what it is about stands at its beginning. */
    private static final int MOST_TERMS = 200;

    private record Use(int count, String form) {}

    static Words in(List<String> texts, Vocabulary vocabulary) {
        Map<Integer, Use> uses = new TreeMap<>();
        texts.forEach(text -> count(text, uses, vocabulary));
        int[] terms = new int[uses.size()];
        int[] counts = new int[uses.size()];
        var forms = new String[uses.size()];
        int index = 0;
        for (Map.Entry<Integer, Use> each : uses.entrySet()) {
            terms[index] = each.getKey();
            counts[index] = each.getValue().count();
            forms[index] = each.getValue().form();
            index++;
        }
        return new Words(terms, counts, forms);
    }

    private static void count(String text, Map<Integer, Use> uses, Vocabulary vocabulary) {
        try (TokenStream stream = ENGLISH.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int number = vocabulary.numberOf(term.toString());
                Use known = uses.get(number);
                if (known != null) {
                    uses.put(number, new Use(known.count() + 1, known.form()));
                } else if (uses.size() < MOST_TERMS) {
                    String form = text.substring(place.startOffset(), place.endOffset()).toLowerCase(Locale.ROOT);
                    uses.put(number, new Use(1, vocabulary.form(form)));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }
}

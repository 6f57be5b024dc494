package dev.andon.query.similar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds for an incident those that are worth comparing it with: they share one of its rarest words. It follows so many
 * mentions of words and no more, the rarest words first and of each word the newest incidents first; a word that every
 * incident has would otherwise lead to all of them, for each of them.
 */
final class Candidates {

    private static final int MENTIONS_FOLLOWED = 100;

    private final Comparison comparison;
    private final Vocabulary vocabulary;
    private final int[][] wordMentions;
    private final int[][] causeMentions;

    /** @param comparison its incidents oldest first */
    Candidates(Comparison comparison, Vocabulary vocabulary) {
        this.comparison = comparison;
        this.vocabulary = vocabulary;
        this.wordMentions = mentions(comparison.words());
        this.causeMentions = mentions(comparison.causes());
    }

    private int[][] mentions(Weights weights) {
        var mentions = new int[vocabulary.size()][];
        var filled = new int[mentions.length];
        for (int index = comparison.all().size() - 1; index >= 0; index--) {
            if (!comparison.all().get(index).isFailure()) {
                continue;
            }
            for (int term : weights.words(index).terms()) {
                if (mentions[term] == null) {
                    mentions[term] = new int[Math.min(MENTIONS_FOLLOWED, weights.documentCount(term))];
                }
                if (filled[term] < mentions[term].length) {
                    mentions[term][filled[term]++] = index;
                }
            }
        }
        for (int term = 0; term < mentions.length; term++) {
            mentions[term] = mentions[term] == null ? new int[0] : Arrays.copyOf(mentions[term], filled[term]);
        }
        return mentions;
    }

    IntStream of(int index) {
        var found = new BitSet();
        follow(comparison.words(), wordMentions, index, found);
        follow(comparison.causes(), causeMentions, index, found);
        found.clear(index);
        return found.stream();
    }

    private void follow(Weights weights, int[][] mentions, int index, BitSet found) {
        int[] rarestFirst = IntStream.of(weights.words(index).terms())
                .filter(term -> weights.documentCount(term) > 1)
                .boxed()
                .sorted(Comparator.comparingInt(weights::documentCount).thenComparing(vocabulary::term))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = MENTIONS_FOLLOWED;
        for (int term : rarestFirst) {
            for (int mentioned : mentions[term]) {
                if (left-- == 0) {
                    return;
                }
                found.set(mentioned);
            }
        }
    }
}

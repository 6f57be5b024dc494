package dev.andon.query.similar;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much each word of each incident says: √(how often it occurs there) · (1 + ln((N + 1) / (n + 1))), where n of N
 * incidents have the word; that is how Lucene's classic similarity weighs. Words are alike by the cosine of the angle between
 * these weights.
 *
 * <p>Keeps: all sums are of whole numbers. Sums of fractions depend on their order, and two servers would order the same
 * incidents differently.
 */
final class Weights {

    private static final double SCALE = 1000;

    private final Words[] words;
    private final long[][] weights;
    private final double[] norms;
    private final int[] documentCounts;

    Weights(List<Traits> all, Function<Traits, Words> part, int vocabulary) {
        words = all.stream().map(part).toArray(Words[]::new);
        documentCounts = new int[vocabulary];
        for (Words each : words) {
            for (int term : each.terms()) {
                documentCounts[term]++;
            }
        }
        double[] rarity = IntStream.of(documentCounts)
                .mapToDouble(count -> 1 + Math.log((words.length + 1.0) / (count + 1.0)))
                .toArray();
        weights = new long[words.length][];
        norms = new double[words.length];
        for (int index = 0; index < words.length; index++) {
            weights[index] = weigh(words[index], rarity);
            norms[index] = Math.sqrt(Arrays.stream(weights[index]).map(weight -> weight * weight).sum());
        }
    }

    private static long[] weigh(Words words, double[] rarity) {
        var weights = new long[words.terms().length];
        for (int index = 0; index < weights.length; index++) {
            weights[index] = Math.round(SCALE * Math.sqrt(words.counts()[index]) * rarity[words.terms()[index]]);
        }
        return weights;
    }

    /** How many of the incidents have this word. */
    int documentCount(int term) {
        return documentCounts[term];
    }

    Words words(int index) {
        return words[index];
    }

    /** From 0 for no word in common to 1 for the same words. */
    double likeness(int one, int other) {
        if (norms[one] == 0 || norms[other] == 0) {
            return 0;
        }
        long sum = 0;
        int[] mine = words[one].terms();
        int[] theirs = words[other].terms();
        for (int i = 0, j = 0; i < mine.length && j < theirs.length;) {
            if (mine[i] == theirs[j]) {
                sum += weights[one][i++] * weights[other][j++];
            } else if (mine[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum / (norms[one] * norms[other]);
    }

    /** The words in common as the first wrote them, those that say most first. */
    List<String> common(int one, int other, int most) {
        int[] theirs = words[other].terms();
        return IntStream.range(0, words[one].terms().length)
                .boxed()
                .filter(index -> Arrays.binarySearch(theirs, words[one].terms()[index]) >= 0)
                .map(index -> new Common(words[one].forms()[index], contribution(one, index, other)))
                .sorted()
                .limit(most)
                .map(Common::form)
                .toList();
    }

    private long contribution(int one, int index, int other) {
        int place = Arrays.binarySearch(words[other].terms(), words[one].terms()[index]);
        return weights[one][index] * weights[other][place];
    }

    private record Common(String form, long contribution) implements Comparable<Common> {
        @Override
        public int compareTo(Common other) {
            int byContribution = Long.compare(other.contribution, contribution);
            return byContribution == 0 ? form.compareTo(other.form) : byContribution;
        }
    }
}

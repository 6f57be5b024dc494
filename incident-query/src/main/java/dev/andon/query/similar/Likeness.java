package dev.andon.query.similar;

import java.util.List;

/**
 * How much two incidents look alike, from 0 to 100, and why: the score is the sum of the reasons' points.
 */
public record Likeness(int score, List<Reason> reasons) {

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /** Where they are alike. */
    public enum Kind {
        SERVICES,
        TITLE_AND_SUMMARY,
        HYPOTHESES_AND_ROOT_CAUSES,
        ROOT_CAUSE_CATEGORY
    }

    /**
     * One thing that they have in common.
     *
     * @param points what it adds to the score
     * @param most what it could add
     * @param common the services, categories or most telling words in common
     */
    public record Reason(Kind kind, int points, int most, List<String> common) {

        public Reason {
            common = List.copyOf(common);
        }
    }
}

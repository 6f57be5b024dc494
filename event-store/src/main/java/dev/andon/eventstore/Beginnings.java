package dev.andon.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Remembers of a clause up to which position nothing matches it. That stays true for ever, since nothing is ever put in
 * between. It is what tells an incident whose whole life is in memory from one whose declaration just is not there any
 * more: to decide on the second from memory alone would be to decide as if it had never been declared.
 */
final class Beginnings {

    private static final int MAX_CLAUSES = 10_000;

    private final Map<Criteria.Clause, Long> emptyUpTo = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Criteria.Clause, Long> eldest) {
            return size() > MAX_CLAUSES;
        }
    };

    void nothingMatches(Criteria criteria, long upTo) {
        criteria.clauses().forEach(clause -> emptyUpTo.merge(clause, upTo, Math::max));
    }

    /** Whether it is known; "no" says nothing. */
    boolean knowNothingMatches(Criteria criteria, long upTo) {
        return criteria.clauses().stream().allMatch(clause -> isEmpty(clause, upTo)
                || isEmpty(new Criteria.Clause(clause.tags(), Set.of()), upTo));
    }

    private boolean isEmpty(Criteria.Clause clause, long upTo) {
        return emptyUpTo.getOrDefault(clause, -1L) >= upTo;
    }
}

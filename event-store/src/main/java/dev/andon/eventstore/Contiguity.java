package dev.andon.eventstore;

/**
 * A reader that has seen position n has seen everything before n. One that went on silently after a gap would leave its
 * read model wrong for ever, with nothing to show for it; so this one stops at the gap and names it.
 */
final class Contiguity {

    private long lastSeen;
    private boolean betweenCommits;

    Contiguity(long after) {
        lastSeen = after;
    }

    /** Where the next read goes on. */
    long lastSeen() {
        return lastSeen;
    }

    void accept(Commit commit) {
        long next = lastSeen + 1;
        // only the first commit may begin earlier: a reader can ask for a position inside a commit
        boolean connects = betweenCommits
                ? commit.first() == next
                : commit.first() <= next && commit.last() >= next;
        if (!connects) {
            throw new GapInLogException(next, commit.first());
        }
        lastSeen = commit.last();
        betweenCommits = true;
    }
}

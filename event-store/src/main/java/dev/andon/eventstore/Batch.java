package dev.andon.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Commits that go to the log together, linked to its head and to each other. None of them depends on another one: what
 * does is left for the next batch, when its predecessor has been recorded or has failed. Were it refused now because of a
 * predecessor that then fails, it would be refused for an event that never happened.
 */
final class Batch {

    private static final int MAX_COMMITS = 256;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Head base;
    private final Instant now;
    private final List<Request> requests = new ArrayList<>();
    private final List<Commit> commits = new ArrayList<>();
    private final EventIndex events = new EventIndex();
    private final Set<String> commandIds = new HashSet<>();
    private int indexed;
    private long bytes;

    Batch(Head base, Instant now) {
        this.base = base;
        this.now = now;
    }

    /** A single commit may be larger than a batch should be. */
    boolean hasRoomFor(Request request) {
        return commits.isEmpty() || commits.size() < MAX_COMMITS && bytes + request.draft().size() <= MAX_BYTES;
    }

    boolean mustComeBefore(Request request) {
        String commandId = request.draft().commandId();
        return commandId != null && commandIds.contains(commandId)
                || !request.isUnconditional() && request.dependsOn(index());
    }

    /** Up to date, since somebody asks. */
    private EventIndex index() {
        for (; indexed < commits.size(); indexed++) {
            events.add(commits.get(indexed));
        }
        return events;
    }

    void add(Request request) {
        Commit commit = request.draft().behind(commits.isEmpty() ? base : commits.getLast().head(), now);
        requests.add(request);
        commits.add(commit);
        if (commit.commandId() != null) {
            commandIds.add(commit.commandId());
        }
        bytes += request.draft().size();
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    Head base() {
        return base;
    }

    List<Commit> commits() {
        return commits;
    }

    List<Request> requests() {
        return requests;
    }

    /** Where the commit of this command stands in the batch. */
    int indexOf(String commandId) {
        return commits.stream().map(Commit::commandId).toList().indexOf(commandId);
    }

    /** How many of its commits, the first ones, are among those with these ids. */
    int countStored(Set<String> commitIds) {
        return (int) commits.stream().takeWhile(commit -> commitIds.contains(commit.id())).count();
    }
}

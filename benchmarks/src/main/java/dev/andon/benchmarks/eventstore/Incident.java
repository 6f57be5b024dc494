package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.Tag;

/**
 * One that commands are sent to, each by somebody who has just seen how it stands.
 *
 * @param seen the last position of the log at that time
 */
record Incident(int number, int commits, long seen) {

    Tag tag() {
        return tag(number);
    }

    static Tag tag(int number) {
        return Tag.of("incident", "INC-" + number);
    }

    AppendCondition unchanged() {
        return new AppendCondition(Criteria.tagged(tag()), seen);
    }
}

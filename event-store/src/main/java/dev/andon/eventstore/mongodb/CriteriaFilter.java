package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import dev.andon.eventstore.Criteria;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Type and tags are asked of one and the same event ({@code $elemMatch}): asked of the commit, a commit that holds the
 * type on one event and the tag on its neighbour would match too.
 */
final class CriteriaFilter {

    private CriteriaFilter() {}

    static Bson of(Criteria criteria) {
        List<Bson> clauses = criteria.clauses().stream().map(CriteriaFilter::of).toList();
        return clauses.size() == 1 ? clauses.getFirst() : or(clauses);
    }

    private static Bson of(Criteria.Clause clause) {
        List<Bson> demands = new ArrayList<>();
        List<String> tags = CommitDocument.encoded(clause.tags());
        if (tags.size() == 1) {
            demands.add(eq(CommitDocument.TAGS, tags.getFirst()));
        } else if (!tags.isEmpty()) {
            demands.add(all(CommitDocument.TAGS, tags));
        }
        if (!clause.types().isEmpty()) {
            demands.add(in(CommitDocument.TYPE, clause.types()));
        }
        return demands.isEmpty() ? empty() : elemMatch(CommitDocument.EVENTS, and(demands));
    }
}

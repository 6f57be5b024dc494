package dev.andon.query.readmodel.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static dev.andon.query.readmodel.mongodb.MongoDocumentStore.BODY;
import static dev.andon.query.readmodel.mongodb.MongoDocumentStore.GROUP;
import static dev.andon.query.readmodel.mongodb.MongoDocumentStore.KEY;

import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentQuery.Condition;
import dev.andon.query.readmodel.DocumentQuery;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** A {@link DocumentQuery} as MongoDB takes it. */
final class MongoQuery {

    private final DocumentQuery query;
    private final List<String> order = new ArrayList<>();

    MongoQuery(DocumentQuery query) {
        this.query = query;
        String sortedBy = query.sortedBy();
        if (sortedBy != null) {
            order.add(IndexFields.path(sortedBy));
        }
        order.add(GROUP);
        order.add(KEY);
    }

    Bson filter() {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(exists(BODY));
        query.conditions().forEach(condition -> conditions.add(filter(condition)));
        if (order.size() == 3) {
            conditions.add(exists(order.getFirst()));
        }
        Cursor after = query.after();
        if (after != null) {
            conditions.add(behind(after));
        }
        return and(conditions);
    }

    Bson sort() {
        return query.descending() ? descending(order) : ascending(order);
    }

    private static Bson filter(Condition condition) {
        String path = IndexFields.path(condition.field());
        return switch (condition.comparison()) {
            case EQUAL_TO -> eq(path, condition.value());
            case AT_LEAST -> gte(path, condition.value());
            case BELOW -> lt(path, condition.value());
        };
    }

    /** Equal in the first fields of the order and behind in the next one, for each of them. */
    private Bson behind(Cursor cursor) {
        List<String> values = order.size() == 3
                ? List.of(cursor.value(), cursor.key().group(), cursor.key().id())
                : List.of(cursor.key().group(), cursor.key().id());
        List<Bson> ways = new ArrayList<>();
        for (int next = 0; next < order.size(); next++) {
            List<Bson> way = new ArrayList<>();
            for (int equal = 0; equal < next; equal++) {
                way.add(eq(order.get(equal), values.get(equal)));
            }
            way.add(query.descending() ? lt(order.get(next), values.get(next))
                    : gt(order.get(next), values.get(next)));
            ways.add(and(way));
        }
        return or(ways);
    }
}

package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.Tag;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where in the log a type occurs together with some tags, found by seeking and never by scanning: the ten thousandth
 * finding of an incident must cost what the tenth did. That is why the type stands before the position in the index, and
 * why a question about a tag alone first asks which types it occurs with.
 *
 * <p>The tags may sit on different events of one commit. Who asks must look at the events themselves.
 */
record Occurrences(List<String> tags, String type) {

    static final String ANY_EVENT = "";

    private static final String TYPES_OF_TAG = """
            WITH RECURSIVE types (type) AS (
              SELECT min(type) FROM occurrences WHERE tag = ?1
              UNION ALL
              SELECT (SELECT min(type) FROM occurrences WHERE tag = ?1 AND type > types.type)
                FROM types WHERE types.type IS NOT NULL)
            SELECT type FROM types WHERE type IS NOT NULL""";
    private static final String OF_ONE_TAG = """
            SELECT first FROM occurrences AS one WHERE tag = ? AND type = ? AND first >= ? AND first <= ?
            """;
    private static final String OF_ANOTHER_TAG_TOO = """
            AND EXISTS (SELECT 1 FROM occurrences AS other
              WHERE other.tag = ? AND other.type = one.type AND other.first = one.first)
            """;

    /** One for each combination of tags and type that the criteria name. */
    static List<Occurrences> of(Criteria criteria, StoreConnection connection) throws SQLException {
        List<Occurrences> occurrences = new ArrayList<>();
        for (Criteria.Clause clause : criteria.clauses()) {
            List<String> tags = clause.tags().isEmpty()
                    ? List.of(ANY_EVENT)
                    : clause.tags().stream().map(Tag::encoded).sorted().toList();
            Set<String> types = clause.types().isEmpty() ? types(connection, tags.getFirst()) : clause.types();
            types.forEach(type -> occurrences.add(new Occurrences(tags, type)));
        }
        return occurrences;
    }

    private static Set<String> types(StoreConnection connection, String tag) throws SQLException {
        PreparedStatement statement = connection.statement(TYPES_OF_TAG);
        statement.setString(1, tag);
        Set<String> types = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }

    static String firstsOf(int tags) {
        return OF_ONE_TAG + OF_ANOTHER_TAG_TOO.repeat(tags - 1) + "ORDER BY first LIMIT ?";
    }

    /** The first positions of the commits that may match, in order, at most so many. */
    List<Long> firsts(StoreConnection connection, long from, long upTo, int limit) throws SQLException {
        PreparedStatement statement = connection.statement(firstsOf(tags.size()));
        int parameter = 1;
        statement.setString(parameter++, tags.getFirst());
        statement.setString(parameter++, type);
        statement.setLong(parameter++, from);
        statement.setLong(parameter++, upTo);
        for (String tag : tags.subList(1, tags.size())) {
            statement.setString(parameter++, tag);
        }
        statement.setInt(parameter, limit);
        List<Long> firsts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                firsts.add(rows.getLong(1));
            }
        }
        return firsts;
    }
}

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
 *
 * @param subjects one for each of the tags, with the type
 */
record Occurrences(List<Subject> subjects) {

    private static final String TYPES_OF_TAG = "SELECT type FROM subjects WHERE tag = ?";
    private static final String OF_ONE_SUBJECT = """
            SELECT first FROM occurrences AS one WHERE subject = ? AND first >= ? AND first <= ?
            """;
    private static final String OF_ANOTHER_TOO = """
            AND EXISTS (SELECT 1 FROM occurrences AS other WHERE other.subject = ? AND other.first = one.first)
            """;

    /** One for each combination of tags and type that the criteria name. */
    static List<Occurrences> of(Criteria criteria, Backlog backlog, StoreConnection connection) throws SQLException {
        List<Occurrences> occurrences = new ArrayList<>();
        for (Criteria.Clause clause : criteria.clauses()) {
            List<String> tags = clause.tags().isEmpty()
                    ? List.of(Subject.ANY_EVENT)
                    : clause.tags().stream().map(Tag::encoded).sorted().toList();
            Set<String> types = clause.types().isEmpty()
                    ? types(tags.getFirst(), backlog, connection)
                    : clause.types();
            types.forEach(type -> occurrences
                    .add(new Occurrences(tags.stream().map(tag -> new Subject(tag, type)).toList())));
        }
        return occurrences;
    }

    private static Set<String> types(String tag, Backlog backlog, StoreConnection connection) throws SQLException {
        Set<String> types = new TreeSet<>(backlog.typesOf(tag));
        PreparedStatement statement = connection.statement(TYPES_OF_TAG);
        statement.setString(1, tag);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }

    static String firstsOf(int subjects) {
        return OF_ONE_SUBJECT + OF_ANOTHER_TOO.repeat(subjects - 1) + "ORDER BY first LIMIT ?";
    }

    /**
     * The first positions of the commits that may match; of those in the file, as of those in each part of the backlog, at
     * most so many, the first ones.
     */
    Set<Long> firsts(Backlog backlog, StoreConnection connection, long from, long upTo, int limit)
            throws SQLException {
        Set<Long> firsts = backlog.firsts(subjects, from, upTo, limit);
        List<Long> numbers = new ArrayList<>();
        for (Subject subject : subjects) {
            long number = connection.numberOf(subject);
            if (number == 0) {
                return firsts;
            }
            numbers.add(number);
        }
        PreparedStatement statement = connection.statement(firstsOf(subjects.size()));
        int parameter = 1;
        statement.setLong(parameter++, numbers.getFirst());
        statement.setLong(parameter++, from);
        statement.setLong(parameter++, upTo);
        for (long number : numbers.subList(1, numbers.size())) {
            statement.setLong(parameter++, number);
        }
        statement.setInt(parameter, limit);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                firsts.add(rows.getLong(1));
            }
        }
        return firsts;
    }
}

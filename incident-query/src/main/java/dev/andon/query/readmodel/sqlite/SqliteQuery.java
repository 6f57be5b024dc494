package dev.andon.query.readmodel.sqlite;

import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentQuery.Comparison;
import dev.andon.query.readmodel.DocumentQuery.Condition;
import dev.andon.query.readmodel.DocumentQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link DocumentQuery} in SQL. A condition on the field that sorts bounds the scan itself; any other one is looked up for
 * each document the scan meets.
 */
final class SqliteQuery {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqliteQuery(long number, DocumentQuery query) {
        String sortField = query.sortedBy();
        String direction = query.descending() ? " DESC" : "";
        if (sortField == null) {
            sql.append(
                    "SELECT d.grp, d.id, d.position, d.body, '' AS value FROM document_%1$d d WHERE d.body IS NOT NULL"
                            .formatted(number));
        } else {
            sql.append("""
                    SELECT d.grp, d.id, d.position, d.body, s.value FROM field_%1$d s
                    CROSS JOIN document_%1$d d ON d.grp = s.grp AND d.id = s.id WHERE s.field = ?""".formatted(number));
            parameters.add(sortField);
        }
        for (Condition condition : query.conditions()) {
            if (condition.field().equals(sortField)) {
                add(" AND s.value %s ?".formatted(operator(condition.comparison())), condition.value());
            } else {
                add("""
                         AND EXISTS (SELECT 1 FROM field_%d f
                        WHERE f.field = ? AND f.value %s ? AND f.grp = d.grp AND f.id = d.id)"""
                        .formatted(number, operator(condition.comparison())), condition.field(), condition.value());
            }
        }
        Cursor after = query.after();
        String behind = query.descending() ? "<" : ">";
        if (sortField == null) {
            if (after != null) {
                add(" AND (d.grp, d.id) %s (?, ?)".formatted(behind), after.key().group(), after.key().id());
            }
            sql.append(" ORDER BY d.grp%1$s, d.id%1$s".formatted(direction));
        } else {
            if (after != null) {
                add(" AND (s.value, s.grp, s.id) %s (?, ?, ?)".formatted(behind), after.value(), after.key().group(),
                        after.key().id());
            }
            sql.append(" ORDER BY s.value%1$s, s.grp%1$s, s.id%1$s".formatted(direction));
        }
        add(" LIMIT ?", query.limit());
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    private void add(String clause, Object... values) {
        sql.append(clause);
        parameters.addAll(List.of(values));
    }

    private static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL_TO -> "=";
            case AT_LEAST -> ">=";
            case BELOW -> "<";
        };
    }
}

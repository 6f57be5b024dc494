package dev.andon.query.actionitems;

import dev.andon.query.chronicles.ChronicleIndex;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Sortable;
import java.util.List;
import java.util.stream.Stream;

/** In which order: as they were proposed, or by when they are due, those that are never due last. */
enum ActionItemSort {
    NUMBER("actionItemId", Kind.ACTION_ITEMS.order()),
    DUE_AT("dueAt", ChronicleIndex.DUE_AT);

    private static final String DESCENDING = "-";

    private final String parameter;
    private final String field;

    ActionItemSort(String parameter, String field) {
        this.parameter = parameter;
        this.field = field;
    }

    /** An order and its direction. */
    record Directed(ActionItemSort sort, boolean descending) {

        static final Directed USUAL = new Directed(NUMBER, false);

        String name() {
            return (descending ? DESCENDING : "") + sort.parameter;
        }

        static Directed named(String name) {
            return all().filter(directed -> directed.name().equals(name)).findFirst().orElseThrow(
                    () -> new IllegalArgumentException(
                            "must be one of %s; the minus means descending".formatted(String.join(", ", names()))));
        }

        static List<String> names() {
            return all().map(Directed::name).toList();
        }

        private static Stream<Directed> all() {
            return Stream.of(ActionItemSort.values())
                    .flatMap(sort -> Stream.of(new Directed(sort, false), new Directed(sort, true)));
        }
    }

    DocumentQuery apply(DocumentQuery query) {
        return query.sortedBy(field);
    }

    Cursor placeOf(ActionItem item) {
        long number = item.actionItemId().number();
        String value = switch (this) {
            case NUMBER -> Sortable.number(number);
            case DUE_AT -> ChronicleIndex.due(item.dueAt());
        };
        return new Cursor(value, Kind.ACTION_ITEMS.numbered(number));
    }
}

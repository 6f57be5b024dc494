package dev.andon.query.readmodel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Groups of documents that are written once, decoded: one that is asked for again is read from where it ended the last
 * time. An incident's timeline is asked for many times, and most of all while it grows.
 *
 * <p>Keeps: what is remembered of a group is all that it has up to a position that its store vouches for. Behind that one, a
 * document may be there while one before it is not yet, and would never be looked for again.
 */
final class RememberedGroups<D> {

    private static final int MOST_DOCUMENTS = 20_000;

    private final Function<StoredDocument, D> decode;
    private final Map<String, Group<D>> groups = new LinkedHashMap<>(16, 0.75f, true);
    private int documents;

    /** @param upTo has all of the group up to this position */
    private record Group<D>(DocumentStore from, long upTo, List<D> documents) {}

    private record Decoded<D>(long position, D document) {}

    RememberedGroups(Function<StoredDocument, D> decode) {
        this.decode = decode;
    }

    /** @param vouchedFor the position that this store's documents reflect at least */
    Flux<D> find(String name, DocumentStore from, long vouchedFor) {
        Group<D> known = recall(name, from);
        return from.findGroupAfter(name, DocumentKey.numbered(name, known.upTo()).id())
                .map(stored -> new Decoded<>(stored.position(), decode.apply(stored)))
                .collectList()
                .flatMapIterable(newer -> {
                    remember(name, known, newer, vouchedFor);
                    List<D> all = new ArrayList<>(known.documents());
                    newer.forEach(each -> all.add(each.document()));
                    return all;
                });
    }

    private synchronized Group<D> recall(String name, DocumentStore from) {
        Group<D> known = groups.get(name);
        return known == null || !known.from().equals(from) ? new Group<>(from, 0, List.of()) : known;
    }

    private synchronized void remember(String name, Group<D> known, List<Decoded<D>> newer, long vouchedFor) {
        if (vouchedFor <= known.upTo()) {
            return;
        }
        List<D> all = new ArrayList<>(known.documents());
        newer.stream().filter(each -> each.position() <= vouchedFor).forEach(each -> all.add(each.document()));
        if (all.size() > MOST_DOCUMENTS / 4) {
            return;
        }
        forget(groups.put(name, new Group<>(known.from(), vouchedFor, all)));
        documents += all.size();
        for (Iterator<Group<D>> eldest = groups.values().iterator(); documents > MOST_DOCUMENTS; eldest.remove()) {
            forget(eldest.next());
        }
    }

    private void forget(@Nullable Group<D> group) {
        documents -= group == null ? 0 : group.documents().size();
    }
}

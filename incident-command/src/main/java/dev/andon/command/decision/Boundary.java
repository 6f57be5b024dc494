package dev.andon.command.decision;

import dev.andon.kernel.Tag;
import dev.andon.kernel.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the clauses of a boundary, in as few as it takes: a log answers few wide ones sooner than many narrow ones. It is
 * drawn anew for each command, so the parts of a model add to one, instead of each making its own to be merged.
 */
public final class Boundary {

    private final Map<Set<Tag>, Set<Class<? extends Event>>> typesByTags = new LinkedHashMap<>();

    Boundary() {}

    void add(Set<Tag> tags, Set<Class<? extends Event>> types) {
        typesByTags.merge(tags, types, Boundary::union);
    }

    private static Set<Class<? extends Event>> union(
            Set<Class<? extends Event>> one, Set<Class<? extends Event>> other) {
        var union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    List<DecisionModel.Clause> clauses() {
        var clauses = new ArrayList<DecisionModel.Clause>(typesByTags.size());
        typesByTags.forEach((tags, types) -> clauses.add(new DecisionModel.Clause(tags, types)));
        return List.copyOf(clauses);
    }
}

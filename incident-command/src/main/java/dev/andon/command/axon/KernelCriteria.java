package dev.andon.command.axon;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** Says in Axon's words what a decision rests on. Plain loops, for it is said anew for each command. */
final class KernelCriteria {

    /** Tags differ from one command to the next; the types beside them are the rules' own, and so are few. */
    private static final Map<Set<Class<? extends Event>>, Set<QualifiedName>> NAMES = new ConcurrentHashMap<>();

    private KernelCriteria() {}

    static EventCriteria of(List<DecisionModel.Clause> boundary) {
        EventCriteria either = of(boundary.getFirst());
        for (DecisionModel.Clause clause : boundary.subList(1, boundary.size())) {
            either = either.or(of(clause));
        }
        return either;
    }

    private static EventCriteria of(DecisionModel.Clause clause) {
        return EventCriteria.havingTags(KernelTags.axonTags(clause.tags())).andBeingOneOfTypes(namesOf(clause.types()));
    }

    private static Set<QualifiedName> namesOf(Set<Class<? extends Event>> types) {
        Set<QualifiedName> known = NAMES.get(types);
        if (known != null) {
            return known;
        }
        Set<QualifiedName> names = types.stream()
                .map(type -> KernelMessageTypes.ofEvent(type).qualifiedName())
                .collect(Collectors.toUnmodifiableSet());
        NAMES.put(Set.copyOf(types), names);
        return names;
    }
}

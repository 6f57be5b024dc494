package dev.andon.query.replay;

import dev.andon.kernel.Verdict;
import dev.andon.query.incidents.Incident.Holder;
import dev.andon.query.replay.Step.Change;
import dev.andon.query.situation.Situation.OpenRollback;
import dev.andon.query.situation.Situation.Suspicion;
import dev.andon.query.situation.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one situation differs from the one before it. What was ruled out is named here, and only here. */
final class Changes {

    private static final String OPEN = "OPEN";
    private static final String UNDER_WAY = "UNDER_WAY";

    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /** @param suspicions those before and those after, with the ones that were ruled out */
    static List<Change> between(
            @Nullable Situation before, @Nullable Situation after, List<Suspicion> suspected,
            List<Suspicion> suspicions,
            Function<OpenRollback, @Nullable String> outcome) {
        var changes = new Changes();
        changes.compare("status", null, null, before == null ? null : before.status().name(),
                after == null ? null : after.status().name());
        changes.compare("severity", null, null, before == null ? null : before.severity().name(),
                after == null ? null : after.severity().name());
        changes.roles(before == null ? List.of() : before.roles(), after == null ? List.of() : after.roles());
        changes.suspicions(byId(suspected, Suspicion::findingId), byId(suspicions, Suspicion::findingId));
        changes.rollbacks(
                byId(before == null ? List.of() : before.rollbacks(), OpenRollback::rollbackId),
                byId(after == null ? List.of() : after.rollbacks(), OpenRollback::rollbackId), outcome);
        return changes.found;
    }

    private void roles(List<Holder> before, List<Holder> after) {
        before.stream()
                .filter(holder -> after.stream().noneMatch(holder::equals))
                .forEach(holder -> compare("role", holder.role().name(), null, holder.assignee(), null));
        after.stream()
                .filter(holder -> before.stream().noneMatch(holder::equals))
                .forEach(holder -> compare("role", holder.role().name(), null, null, holder.assignee()));
    }

    private void suspicions(Map<?, Suspicion> before, Map<?, Suspicion> after) {
        both(before, after).forEach(id -> {
            Suspicion was = before.get(id);
            Suspicion is = after.get(id);
            compare(
                    "hypothesis", String.valueOf(id), Objects.requireNonNull(is == null ? was : is).text(), state(was),
                    state(is));
        });
    }

    private void rollbacks(
            Map<?, OpenRollback> before, Map<?, OpenRollback> after, Function<OpenRollback, @Nullable String> outcome) {
        both(before, after).forEach(id -> {
            OpenRollback was = before.get(id);
            OpenRollback is = after.get(id);
            OpenRollback either = Objects.requireNonNull(is == null ? was : is);
            compare(
                    "rollback", String.valueOf(id), either.service() + " " + either.version(),
                    was == null ? null : UNDER_WAY, is == null ? outcome.apply(either) : UNDER_WAY);
        });
    }

    private void compare(
            String what, @Nullable String id, @Nullable String name, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            found.add(new Change(what, id, name, from, to));
        }
    }

    private static @Nullable String state(@Nullable Suspicion suspicion) {
        if (suspicion == null) {
            return null;
        }
        Verdict verdict = suspicion.verdict();
        return verdict == null ? OPEN : verdict.name();
    }

    private static <K, T> Map<K, T> byId(Collection<T> things, Function<T, K> id) {
        return things.stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }

    private static List<Object> both(Map<?, ?> before, Map<?, ?> after) {
        var keys = new ArrayList<Object>(before.keySet());
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(keys::add);
        return keys;
    }
}

package dev.andon.kernel.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every change to the shape of a released event, and with them the version that each event has now: one more than there
 * are changes to it. What is stored is never rewritten, so a reader that knew only the latest shape could not read a log
 * that is older than it.
 */
public final class Upcasters {

    private static final Upcasters RELEASED = none();

    private final Map<String, List<UnaryOperator<ObjectNode>>> steps;

    private Upcasters(Map<String, List<UnaryOperator<ObjectNode>>> steps) {
        this.steps = steps;
    }

    /** All there are. An event's changes stand in the order they were released in, and stay for ever. */
    static Upcasters released() {
        return RELEASED;
    }

    public static Upcasters none() {
        return new Upcasters(Map.of());
    }

    /**
     * Adds the next version of this event.
     *
     * @param step makes the JSON of the version before it into that of the new one, and may change what it is given
     */
    public Upcasters then(String event, UnaryOperator<ObjectNode> step) {
        Map<String, List<UnaryOperator<ObjectNode>>> more = new HashMap<>(steps);
        more.merge(event, List.of(step), Upcasters::joined);
        return new Upcasters(Map.copyOf(more));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    int currentVersionOf(String event) {
        return 1 + stepsOf(event).size();
    }

    ObjectNode upcast(String event, int version, ObjectNode stored) {
        ObjectNode json = stored;
        for (UnaryOperator<ObjectNode> step : stepsOf(event).subList(version - 1, stepsOf(event).size())) {
            json = step.apply(json);
        }
        return json;
    }

    private List<UnaryOperator<ObjectNode>> stepsOf(String event) {
        return steps.getOrDefault(event, List.of());
    }
}

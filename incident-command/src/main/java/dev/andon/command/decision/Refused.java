package dev.andon.command.decision;

import java.util.Map;

/** A rule says no in the present state. Nothing was recorded; the same command may be accepted later. */
public final class Refused extends RuntimeException {

    private final Refusal refusal;
    private final transient Map<String, Object> state;

    /** @param state what stands in the way, as the caller should see it */
    public Refused(Refusal refusal, String detail, Map<String, Object> state) {
        super(detail);
        this.refusal = refusal;
        this.state = Map.copyOf(state);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> state() {
        return state;
    }
}

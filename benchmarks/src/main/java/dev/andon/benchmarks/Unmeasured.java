package dev.andon.benchmarks;

/**
 * Stands in the table where a figure would, so that nobody takes its absence for a pass.
 *
 * @param isMissed whether it should have been measured here; if not, what it ran on could not have told
 */
public record Unmeasured(String name, String reason, boolean isMissed) implements Row {

    @Override
    public String toString() {
        return name + "\t" + reason + "\t-\t-\t-";
    }
}

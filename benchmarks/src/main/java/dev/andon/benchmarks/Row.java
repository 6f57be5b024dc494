package dev.andon.benchmarks;

/** One line of a benchmark's result: name, ours, baseline, ratio, target, with tabs between them. */
public sealed interface Row permits Figure, Unmeasured {

    boolean isMissed();
}

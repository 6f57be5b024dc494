package dev.andon.kernel.command;

import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Prose;

/** Says how to live with a problem until it is fixed. */
public record DocumentWorkaround(ProblemId problemId, @Prose String workaround) implements Command {}

package dev.andon.kernel.command;

import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Prose;

/** Says what shows that the fix of a problem works. */
public record VerifyFix(ProblemId problemId, @Prose String evidence) implements Command {}

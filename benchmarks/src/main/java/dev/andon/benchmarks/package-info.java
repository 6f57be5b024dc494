/** What Andon costs, always as a ratio against a baseline measured in the same run on the same machine. */
@NullMarked
package dev.andon.benchmarks;

import org.jspecify.annotations.NullMarked;

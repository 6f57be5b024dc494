/**
 * What a command costs over HTTP, from the request to the answer that it is on disk. Servers run in processes of their own,
 * so that what asks and what answers share the cores as they would share a machine, and no memory.
 */
@NullMarked
package dev.andon.benchmarks.commands;

import org.jspecify.annotations.NullMarked;

/** A month or a quarter, looked back on: how often, how bad, how long, how available, what came back, and what was done about it. */
@NullMarked
package dev.andon.query.lookback;

import org.jspecify.annotations.NullMarked;

/**
 * How the read models are doing, and what an ADMIN can have done to them while they are in use. Nothing here touches the
 * log: whatever is done to a read model, it tells of the same events as before.
 */
@NullMarked
package dev.andon.query.projections;

import org.jspecify.annotations.NullMarked;

/** What whoever runs the read side can see of it: whether it can be asked, and how far its projections have come. */
@NullMarked
package dev.andon.query.monitoring;

import org.jspecify.annotations.NullMarked;

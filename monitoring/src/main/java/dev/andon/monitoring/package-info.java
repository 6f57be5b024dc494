/**
 * What whoever runs a process can see of it, and how it ends. Both sides of the product use it, so that one dashboard, one
 * search in the log and one way to stop do for both.
 */
@NullMarked
package dev.andon.monitoring;

import org.jspecify.annotations.NullMarked;

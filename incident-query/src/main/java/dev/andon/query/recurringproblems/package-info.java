/**
 * What causes incidents again and again. A problem's document holds only its name and its incidents' ids; what those
 * incidents are is asked of their own read model.
 */
@NullMarked
package dev.andon.query.recurringproblems;

import org.jspecify.annotations.NullMarked;

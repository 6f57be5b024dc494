/**
 * What an auditor asks of the log itself: its events as they were recorded, and the whole of it as a journal that another
 * store can be built from. No read model stands in between.
 */
@NullMarked
package dev.andon.query.audit;

import org.jspecify.annotations.NullMarked;

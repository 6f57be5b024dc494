/**
 * Read models: documents that follow from events alone, so any of them can be thrown away and built again. A
 * {@link dev.andon.query.readmodel.Projection} says how; where the documents are kept is behind a port.
 */
@NullMarked
package dev.andon.query.readmodel;

import org.jspecify.annotations.NullMarked;

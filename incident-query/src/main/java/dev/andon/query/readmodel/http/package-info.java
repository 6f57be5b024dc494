/**
 * What a reader may demand of freshness, and is told about it, over HTTP. For controllers: one call before they read.
 */
@NullMarked
package dev.andon.query.readmodel.http;

import org.jspecify.annotations.NullMarked;

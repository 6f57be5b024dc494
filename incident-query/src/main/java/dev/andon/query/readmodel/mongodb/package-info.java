/**
 * Read models in MongoDB, shared by several processes. Every version has a collection of its own, and everything in it can
 * be built again from the log.
 */
@NullMarked
package dev.andon.query.readmodel.mongodb;

import org.jspecify.annotations.NullMarked;

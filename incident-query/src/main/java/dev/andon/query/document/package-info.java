/**
 * Documents from events: Markdown by templates that a team may replace, charts as bars, and pages as PDF. Knows how a document
 * is made, and nothing of what it is about.
 */
@NullMarked
package dev.andon.query.document;

import org.jspecify.annotations.NullMarked;

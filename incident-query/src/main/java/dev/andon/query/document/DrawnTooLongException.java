package dev.andon.query.document;

/** A document takes longer to draw than anybody waits. */
final class DrawnTooLongException extends RuntimeException {}

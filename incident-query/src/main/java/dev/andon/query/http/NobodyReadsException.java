package dev.andon.query.http;

/** Whoever asked takes nothing of the answer any more, and has been told so: only the connection is left to be closed. */
public final class NobodyReadsException extends RuntimeException {}

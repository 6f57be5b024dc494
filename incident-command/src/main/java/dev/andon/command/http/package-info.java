/** REST in front of the rules: paths, bodies, answers, problems, and the import of many commands at once. */
@NullMarked
package dev.andon.command.http;

import org.jspecify.annotations.NullMarked;

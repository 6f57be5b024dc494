/** The root-cause analysis of one incident: an owner, whys and answers, root causes. It is complete once, and a reopened incident reopens it. */
@NullMarked
package dev.andon.command.fivewhys;

import org.jspecify.annotations.NullMarked;

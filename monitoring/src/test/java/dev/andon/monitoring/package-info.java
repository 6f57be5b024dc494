@NullMarked
package dev.andon.monitoring;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.andon.query.monitoring;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.andon.query.projections;

import org.jspecify.annotations.NullMarked;

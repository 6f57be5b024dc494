/** What the tests of the questions share: incidents as lists of recorded events, and documents reviewed by eye. */
@NullMarked
package dev.andon.query;

import org.jspecify.annotations.NullMarked;

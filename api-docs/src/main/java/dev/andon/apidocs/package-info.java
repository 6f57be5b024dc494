/**
 * What a server says about itself: one OpenAPI document of everything it answers, and a page for each problem. Both are made
 * from the code that answers, and each side of the product contributes its part.
 */
@NullMarked
package dev.andon.apidocs;

import org.jspecify.annotations.NullMarked;

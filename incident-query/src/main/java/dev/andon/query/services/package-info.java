/** Services: what is promised of each, and how it was when somebody last looked. What was registered before stays. */
@NullMarked
package dev.andon.query.services;

import org.jspecify.annotations.NullMarked;

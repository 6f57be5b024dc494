/** What is run for customers, and what is promised of it. Nothing else here needs a service to be registered first. */
@NullMarked
package dev.andon.command.service;

import org.jspecify.annotations.NullMarked;

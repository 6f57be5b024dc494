/**
 * The one package that knows Axon Framework: its storage engine and its token store over the framework-free core. Axon
 * changes these two interfaces between minor versions, so nothing outside may come to depend on them.
 */
@NullMarked
package dev.andon.eventstore.axon;

import org.jspecify.annotations.NullMarked;

package dev.andon.query.readmodel;

import org.jspecify.annotations.Nullable;

/** No version of the read model can answer at the moment: the one that is there cannot be read here, the new one is being built. */
public final class ReadModelUnavailableException extends RuntimeException {

    ReadModelUnavailableException(String name, @Nullable Throwable cause) {
        super("The read model '%s' is being built and cannot answer yet".formatted(name), cause);
    }
}

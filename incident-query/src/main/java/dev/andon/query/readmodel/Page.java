package dev.andon.query.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the documents that a query finds.
 *
 * @param next where to go on, or null if these are the last
 */
public record Page<D>(List<D> documents, @Nullable Cursor next) {

    public Page {
        documents = List.copyOf(documents);
    }
}

package dev.andon.apidocs;

import java.util.List;

/**
 * What one side of the product answers. Neither side knows the other, so each tells of its own, and a process describes the
 * parts that it runs.
 */
public interface Part {

    /** What the tag of its operations says. */
    List<Tag> tags();

    List<Operation> operations(Schemas schemas);

    /** Those that no other part answers. */
    default List<ProblemType> problems() {
        return List.of();
    }

    /** A group of operations. */
    record Tag(String name, String description) {}
}

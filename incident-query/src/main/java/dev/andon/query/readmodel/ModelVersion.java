package dev.andon.query.readmodel;

/**
 * Names the documents of one generation of one version of one projection; two of them never share a document. A version
 * says what the documents are, and a generation how often they were begun again: both give the same documents.
 */
public record ModelVersion(String name, int version, int generation) {

    private static final int FIRST = 1;

    /** Its first generation. */
    public ModelVersion(String name, int version) {
        this(name, version, FIRST);
    }

    static ModelVersion of(Projection<?> projection) {
        return new ModelVersion(projection.name(), projection.version());
    }

    ModelVersion next() {
        return new ModelVersion(name, version, generation + 1);
    }

    boolean hasVersionOf(ModelVersion other) {
        return name.equals(other.name) && version == other.version;
    }

    /** What processes claim: one of them works on all generations of a version. */
    String claimed() {
        return name + " v" + version;
    }

    @Override
    public String toString() {
        return generation == FIRST ? claimed() : claimed() + "." + generation;
    }
}

package dev.andon.query.readmodel;

/** Names the documents of one version of one projection; two versions never share a document. */
public record ModelVersion(String name, int version) {

    static ModelVersion of(Projection<?> projection) {
        return new ModelVersion(projection.name(), projection.version());
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}

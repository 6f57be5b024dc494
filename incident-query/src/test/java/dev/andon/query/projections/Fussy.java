package dev.andon.query.projections;

import dev.andon.kernel.event.FindingAdded;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Counts findings. Its first version cannot stand poison, until somebody mends what it rests on. */
final class Fussy implements Projection<Fussy.Count> {

    static final AtomicBoolean mended = new AtomicBoolean();

    private final int version;

    record Count(int findings) {}

    Fussy(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "fussy";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<Count> documentType() {
        return Count.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof FindingAdded ? Set.of(DocumentKey.single("all")) : Set.of();
    }

    @Override
    public Count apply(@Nullable Count document, DocumentKey key, Recorded recorded) {
        if (version == 1 && !mended.get() && ((FindingAdded) recorded.event()).text().equals("poison")) {
            throw new IllegalStateException("poison");
        }
        return new Count(document == null ? 1 : document.findings() + 1);
    }
}

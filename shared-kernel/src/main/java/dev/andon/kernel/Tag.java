package dev.andon.kernel;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing an event can be found by. */
public record Tag(String key, String value) {

    public static Tag service(String name) {
        return new Tag("service", name);
    }

    /** What corrections of one timeline entry are found by, without those of the others. */
    public static Tag entry(long entryId) {
        return new Tag("entry", Long.toString(entryId));
    }

    public static Set<Tag> of(Tag tag) {
        return Set.of(tag);
    }

    /** What the versions of one section of a postmortem are found by. */
    public static Tag section(PostmortemSection section) {
        return new Tag("section", section.name());
    }

    /** One tag for each identifier that is there. */
    public static Set<Tag> of(@Nullable Identifier... identifiers) {
        var tags = new ArrayList<Tag>(identifiers.length);
        for (Identifier identifier : identifiers) {
            if (identifier != null && !tags.contains(identifier.tag())) {
                tags.add(identifier.tag());
            }
        }
        return Set.of(tags.toArray(Tag[]::new));
    }
}

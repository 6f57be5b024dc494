package dev.andon.command.http;

import dev.andon.access.PresentedKey;
import dev.andon.command.dispatch.NewIdentifiers;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.Command;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command that is complete but for the identifiers of what it creates, which are drawn anew whenever one was taken. */
final class CommandDraft {

    private final RecordShape shape;
    private final @Nullable Object[] values;
    private final List<String> drawn;
    private final Map<String, String> offsets;
    private final @Nullable String secret;

    private CommandDraft(
            RecordShape shape,
            @Nullable Object[] values,
            List<String> drawn,
            Map<String, String> offsets,
            @Nullable String secret) {
        this.shape = shape;
        this.values = values;
        this.drawn = drawn;
        this.offsets = Map.copyOf(offsets);
        this.secret = secret;
    }

    /**
     * @param drawn the components that are identifiers of what is created
     * @param offsets the offsets that instants were given in, by field
     */
    static CommandDraft of(
            RecordShape shape,
            @Nullable Object[] values,
            List<String> drawn,
            Map<String, String> offsets) {
        return new CommandDraft(shape, values, drawn, offsets, drawSecret(shape, values));
    }

    /** What is kept of a secret goes into the command; the secret itself nowhere but into the answer. */
    private static @Nullable String drawSecret(RecordShape shape, @Nullable Object[] values) {
        int index = shape.indexOf(SecretDigest.class);
        if (index < 0) {
            return null;
        }
        String secret = PresentedKey.newSecret();
        values[index] = SecretDigest.of(secret);
        return secret;
    }

    /** What was drawn for this command, if it makes a secret. */
    @Nullable
    String secret() {
        return secret;
    }

    Map<String, String> offsets() {
        return offsets;
    }

    /** The incident that the command names; one that it declares is not there yet. */
    @Nullable
    IncidentId incidentId() {
        return valueOf("incidentId") instanceof IncidentId incidentId ? incidentId : null;
    }

    /** Whether who says it is to be forgotten. */
    boolean isAnonymous() {
        return Boolean.TRUE.equals(valueOf("anonymous"));
    }

    private @Nullable Object valueOf(String component) {
        int index = shape.indexOf(component);
        return index < 0 ? null : values[index];
    }

    Command with(NewIdentifiers identifiers) {
        @Nullable
        Object[] complete = values.clone();
        for (String component : drawn) {
            int index = shape.indexOf(component);
            complete[index] = identifiers.next(shape.parts().get(index).type().asSubclass(Identifier.class));
        }
        try {
            return (Command) shape.make(complete);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("Cannot make a " + shape.type().getSimpleName(), failure);
        }
    }
}

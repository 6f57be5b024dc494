package dev.andon.command.http;

import dev.andon.access.PresentedKey;
import dev.andon.command.dispatch.NewIdentifiers;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.Command;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command that is complete but for the identifiers of what it creates, which are drawn anew whenever one was taken. */
final class CommandDraft {

    private final Constructor<? extends Command> constructor;
    private final @Nullable Object[] values;
    private final List<String> drawn;
    private final Map<String, String> offsets;
    private final @Nullable String secret;

    private CommandDraft(
            Constructor<? extends Command> constructor,
            @Nullable Object[] values,
            List<String> drawn,
            Map<String, String> offsets,
            @Nullable String secret) {
        this.constructor = constructor;
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
            Constructor<? extends Command> constructor,
            @Nullable Object[] values,
            List<String> drawn,
            Map<String, String> offsets) {
        return new CommandDraft(constructor, values, drawn, offsets, drawSecret(constructor, values));
    }

    /** What is kept of a secret goes into the command; the secret itself nowhere but into the answer. */
    private static @Nullable String drawSecret(Constructor<?> constructor, @Nullable Object[] values) {
        int index = Arrays.asList(constructor.getParameterTypes()).indexOf(SecretDigest.class);
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
        int index = componentsOf(constructor).indexOf(component);
        return index < 0 ? null : values[index];
    }

    private static List<String> componentsOf(Constructor<?> constructor) {
        return Arrays.stream(constructor.getDeclaringClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    Command with(NewIdentifiers identifiers) {
        @Nullable
        Object[] complete = values.clone();
        List<String> components = componentsOf(constructor);
        for (String component : drawn) {
            int index = components.indexOf(component);
            complete[index] = identifiers.next(constructor.getParameterTypes()[index].asSubclass(Identifier.class));
        }
        try {
            return constructor.newInstance(complete);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass().getSimpleName(),
                    failure);
        }
    }
}

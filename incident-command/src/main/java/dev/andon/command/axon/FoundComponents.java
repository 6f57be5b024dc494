package dev.andon.command.axon;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.ApplicationContext;
import org.jspecify.annotations.Nullable;

/** Remembers Axon's components. Its own way to one asks all that there are, for each command, whether they are of the type. */
final class FoundComponents implements ApplicationContext {

    private final ApplicationContext all;
    private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

    FoundComponents(ApplicationContext all) {
        this.all = all;
    }

    @Override
    public <C> C component(Class<C> type) {
        Object known = found.get(type);
        if (known == null) {
            known = all.component(type);
            found.put(type, known);
        }
        return Objects.requireNonNull(type.cast(known));
    }

    @Override
    public <C> C component(Class<C> type, @Nullable String name) {
        return all.component(type, name);
    }
}

package dev.andon.command.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.axonframework.common.FutureUtils;
import org.axonframework.common.Registration;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventBus;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The bus of an event store whose events are followed in the log, once they are recorded, and never heard before. Axon's own
 * takes a step of each unit of work to tell nobody.
 */
final class NoListeners implements EventBus {

    @Override
    public CompletableFuture<Void> publish(@Nullable ProcessingContext context, List<EventMessage> events) {
        return FutureUtils.emptyCompletedFuture();
    }

    @Override
    public Registration subscribe(
            BiFunction<List<? extends EventMessage>, ProcessingContext, CompletableFuture<?>> listener) {
        throw new UnsupportedOperationException("Events are followed in the log");
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("listeners", List.of());
    }
}

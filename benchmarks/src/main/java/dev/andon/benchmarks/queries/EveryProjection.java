package dev.andon.benchmarks.queries;

import dev.andon.query.readmodel.Projection;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** All projections that there are, found rather than listed: one that was forgotten would make the rest look faster. */
final class EveryProjection {

    private EveryProjection() {}

    static List<? extends Projection<?>> there() {
        var classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        return classes.findCandidateComponents("dev.andon.query").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(EveryProjection::create)
                .toList();
    }

    private static Projection<?> create(String name) {
        try {
            return (Projection<?>) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("A projection is made of nothing but itself: " + name, failure);
        }
    }
}

package dev.andon.query.readmodel;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every projection that the product has; one that is added is tested without anybody thinking of it. */
public final class RealProjections {

    private static final String TESTS = "/test-classes/";

    private RealProjections() {}

    public static List<Projection<?>> all() {
        var classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        return classes.findCandidateComponents("dev.andon.query").stream()
                .map(BeanDefinition::getBeanClassName)
                .<Projection<?>>mapMulti((name, found) -> {
                    try {
                        Class<?> type = Class.forName(name);
                        if (!type.getProtectionDomain().getCodeSource().getLocation().getPath().contains(TESTS)) {
                            found.accept((Projection<?>) type.getConstructor().newInstance());
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError("A projection is made of nothing but itself: " + name, e);
                    }
                })
                .sorted(Comparator.comparing(Projection::name))
                .toList();
    }
}

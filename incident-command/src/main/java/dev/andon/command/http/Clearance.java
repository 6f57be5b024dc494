package dev.andon.command.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is plainly within the limits that are stated for it. Nearly every one is, and then the validator, which
 * would prepare a report on each, need not be asked. Whatever is not plain is left to it: this must never let pass what it
 * would refuse, and may well doubt what it would let pass.
 */
final class Clearance {

    private static final int ASCII = 0x80;
    /** Any number of characters, each out of one class, with no other class in it. */
    private static final java.util.regex.Pattern ANY_NUMBER_OF_ONE_CLASS = java.util.regex.Pattern
            .compile("(\\\\[pP]\\{\\w+}|\\[[^\\[\\]]+])\\*");

    private final Clock clock;

    Clearance(Clock clock) {
        this.clock = clock;
    }

    /** @param stated null if there is no limit */
    Predicate<Object> of(@Nullable PropertyDescriptor stated) {
        return stated == null ? _ -> true : ofElement(stated);
    }

    private <D extends ElementDescriptor & ContainerDescriptor> Predicate<Object> ofElement(D stated) {
        Predicate<Object> clear = all(stated.getConstraintDescriptors());
        for (ContainerElementTypeDescriptor element : stated.getConstrainedContainerElementTypes()) {
            clear = clear.and(ofElements(element));
        }
        return clear;
    }

    private Predicate<Object> ofElements(ContainerElementTypeDescriptor stated) {
        Predicate<Object> clear = ofElement(stated);
        return value -> value instanceof List<?> list
                && list.stream().allMatch(element -> element != null && clear.test(element));
    }

    private Predicate<Object> all(Collection<ConstraintDescriptor<?>> stated) {
        Predicate<Object> clear = _ -> true;
        for (ConstraintDescriptor<?> one : stated) {
            clear = clear.and(ofConstraint(one));
        }
        return clear;
    }

    private Predicate<Object> ofConstraint(ConstraintDescriptor<?> stated) {
        return stated.getConstraintValidatorClasses().isEmpty() && !stated.getComposingConstraints().isEmpty()
                ? all(List.copyOf(stated.getComposingConstraints()))
                : switch (stated.getAnnotation()) {
                    case NotBlank _ -> value -> value instanceof String text && !text.isBlank();
                    case Size size -> value -> isWithin(size, sizeOf(value));
                    case Pattern pattern when pattern.flags().length == 0 -> matching(pattern.regexp());
                    case PastOrPresent _ -> value -> value instanceof Instant at && !at.isAfter(clock.instant());
                    case Min min -> value -> value instanceof Integer number && number >= min.value();
                    case Max max -> value -> value instanceof Integer number && number <= max.value();
                    default -> _ -> false;
                };
    }

    private static Predicate<Object> matching(String expression) {
        var pattern = java.util.regex.Pattern.compile(expression);
        Predicate<String> plain = plainlyMatching(expression);
        return value -> value instanceof String text && (plain.test(text) || pattern.matcher(text).matches());
    }

    /** Nearly every text is of plain letters; to look those up costs a fraction of what an expression does. "No" says nothing. */
    private static Predicate<String> plainlyMatching(String expression) {
        Matcher manyOfOneClass = ANY_NUMBER_OF_ONE_CLASS.matcher(expression);
        if (!manyOfOneClass.matches()) {
            return _ -> false;
        }
        var character = java.util.regex.Pattern.compile(manyOfOneClass.group(1));
        var allowed = new boolean[ASCII];
        for (char one = 0; one < ASCII; one++) {
            allowed[one] = character.matcher(String.valueOf(one)).matches();
        }
        return text -> {
            for (int index = 0; index < text.length(); index++) {
                char one = text.charAt(index);
                if (one >= ASCII || !allowed[one]) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean isWithin(Size limits, int size) {
        return limits.min() <= size && size <= limits.max();
    }

    /** Negative if it has none. */
    private static int sizeOf(Object value) {
        return switch (value) {
            case String text -> text.length();
            case Collection<?> elements -> elements.size();
            case Map<?, ?> entries -> entries.size();
            default -> -1;
        };
    }
}

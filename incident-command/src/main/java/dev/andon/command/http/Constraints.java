package dev.andon.command.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.BeanDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;

/** Checks values against the limits that the command's record states, and says them in plain words. */
final class Constraints {

    /** Clocks differ, so a caller's "now" may be a little ahead. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Validator validator;
    private final Clearance clearance;
    private final ClassValue<Map<String, Predicate<Object>>> clear = new ClassValue<>() {
        @Override
        protected Map<String, Predicate<Object>> computeValue(Class<?> type) {
            return clearancesOf(type);
        }
    };

    Constraints(Clock clock) {
        this.clearance = new Clearance(clock);
        this.validator = Validation.byProvider(HibernateValidator.class)
                .configure()
                .clockProvider(() -> clock)
                .temporalValidationTolerance(TOLERANCE)
                .messageInterpolator(new PlainWords())
                .buildValidatorFactory()
                .getValidator();
    }

    void check(Class<?> type, String component, Object value, String pointer, BadFields bad) {
        if (isClear(type, component, value)) {
            return;
        }
        for (ConstraintViolation<?> violation : validator.validateValue(type, component, value)) {
            bad.add(pointer + elementOf(violation.getPropertyPath()), violation.getMessage());
        }
    }

    private boolean isClear(Class<?> type, String component, Object value) {
        return Objects.requireNonNull(Objects.requireNonNull(clear.get(type)).get(component)).test(value);
    }

    private Map<String, Predicate<Object>> clearancesOf(Class<?> type) {
        BeanDescriptor stated = validator.getConstraintsForClass(type);
        return RecordShape.of(type).parts().stream().collect(Collectors.toUnmodifiableMap(
                RecordShape.Part::name, part -> clearance.of(stated.getConstraintsForProperty(part.name()))));
    }

    private static String elementOf(Path path) {
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                return "/" + node.getIndex();
            }
            if (node.getKey() != null) {
                return "/" + Names.pointer(node.getKey().toString());
            }
        }
        return "";
    }

    private static String wordsFor(MessageInterpolator.Context violated, String template) {
        return switch (violated.getConstraintDescriptor().getAnnotation()) {
            case NotBlank _ -> "must not be blank";
            case Size size when violated.getValidatedValue() instanceof CharSequence text ->
                String.format(Locale.ENGLISH, "must have at most %,d characters, not %,d", size.max(), text.length());
            case Size size -> "must hold %d to %d elements".formatted(size.min(), size.max());
            case PastOrPresent _ -> "must not lie in the future";
            case Min min -> "must be at least " + min.value();
            case Max max -> "must be at most " + max.value();
            case DecimalMin min -> "must be at least " + min.value();
            case DecimalMax max -> "must be at most " + max.value();
            default -> template;
        };
    }

    /** The validator's own words need an expression language to come out right. */
    private static final class PlainWords implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context violated) {
            return wordsFor(violated, template);
        }

        @Override
        public String interpolate(String template, Context violated, Locale locale) {
            return wordsFor(violated, template);
        }
    }
}

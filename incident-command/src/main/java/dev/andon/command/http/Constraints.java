package dev.andon.command.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks values against the limits that the command's record states, and says them in plain words. */
final class Constraints {

    /** Clocks differ, so a caller's "now" may be a little ahead. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Validator validator;

    Constraints(Clock clock) {
        this.validator = Validation.byProvider(HibernateValidator.class)
                .configure()
                .clockProvider(() -> clock)
                .temporalValidationTolerance(TOLERANCE)
                .defaultLocale(Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    void check(Class<?> type, String component, Object value, String pointer, BadFields bad) {
        for (ConstraintViolation<?> violation : validator.validateValue(type, component, value)) {
            bad.add(pointer + elementOf(violation.getPropertyPath()), wordsFor(violation));
        }
    }

    private static String elementOf(Path path) {
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                return "/" + node.getIndex();
            }
        }
        return "";
    }

    private static String wordsFor(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case Size size when violation.getInvalidValue() instanceof CharSequence text ->
                "must have at most %,d characters, not %,d".formatted(size.max(), text.length());
            case Size size -> "must hold %d to %d elements".formatted(size.min(), size.max());
            case PastOrPresent _ -> "must not lie in the future";
            default -> violation.getMessage();
        };
    }
}

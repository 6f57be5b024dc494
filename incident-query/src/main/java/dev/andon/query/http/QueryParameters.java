package dev.andon.query.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.query.text.DisplayZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/**
 * Reads the query string, and reports all that is wrong with it at once. A parameter that nobody asked about is refused: a
 * typing error in a filter would otherwise answer with everything, which looks like a fact.
 */
public final class QueryParameters {

    private static final String NO_POSITION = "must be a position: a whole number from 1 on";
    private static final int FIRST_YEAR = 0;
    private static final int LAST_YEAR = 9999;

    private final MultiValueMap<String, String> given;
    private final Set<String> known = new HashSet<>(Set.of(Format.PARAMETER));
    private final List<BadField> errors = new ArrayList<>();

    private QueryParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    public static QueryParameters of(ServerHttpRequest request) {
        return new QueryParameters(request.getQueryParams());
    }

    /** For a question that has no parameters but the format. */
    public static void refuseAll(ServerHttpRequest request) {
        of(request).refuseOthers();
    }

    /** @param read throws {@link IllegalArgumentException} with what is wrong and what to do */
    public <T> @Nullable T optional(String name, Function<String, T> read) {
        known.add(name);
        List<String> values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            return bad(name, "must be given once");
        }
        String value = values.getFirst();
        if (value == null || value.isBlank()) {
            return bad(name, "must not be empty; leave it out instead");
        }
        try {
            return read.apply(value.strip());
        } catch (IllegalArgumentException e) {
            return bad(name, String.valueOf(e.getMessage()));
        }
    }

    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        return optional(name, value -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + List.of(type.getEnumConstants()))));
    }

    public @Nullable Instant instant(String name) {
        return optional(name, value -> {
            try {
                // Unescaped, the plus sign of an offset arrives as a space.
                OffsetDateTime time = OffsetDateTime.parse(value.replace(' ', '+'));
                if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("must be an instant such as 2026-03-02T09:00:00Z", e);
            }
            throw new IllegalArgumentException("must lie in a year of four digits");
        });
    }

    public int number(String name, int least, int most, int otherwise) {
        Integer number = optional(name, value -> {
            try {
                int parsed = Integer.parseInt(value);
                if (parsed >= least && parsed <= most) {
                    return parsed;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a number from %d to %d".formatted(least, most), e);
            }
            throw new IllegalArgumentException("must be a number from %d to %d".formatted(least, most));
        });
        return number == null ? otherwise : number;
    }

    /** The zone in which an answer for people says its times: {@link Question.Parameter#ZONE}. */
    public DisplayZone zone() {
        // Unescaped, the plus sign of an offset arrives as a space.
        DisplayZone zone = optional(
                "zone", name -> DisplayZone.named(Character.isDigit(name.charAt(0)) ? "+" + name : name));
        return zone == null ? DisplayZone.UTC : zone;
    }

    /** Absent, unless somebody says {@code true} or {@code false}. */
    public @Nullable Boolean flag(String name) {
        return optional(name, value -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("must be true or false");
            }
            return value.equals("true");
        });
    }

    /** A position of the log; they begin with 1. */
    public @Nullable Long position(String name) {
        return optional(name, value -> {
            try {
                long position = Long.parseLong(value);
                if (position >= 1) {
                    return position;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(NO_POSITION, e);
            }
            throw new IllegalArgumentException(NO_POSITION);
        });
    }

    /** Says that parameters which are right by themselves do not fit together. */
    public void contradiction(String name, String detail) {
        add(new BadField(BadField.inQuery(name), detail));
    }

    /** Says what else is wrong with the request. */
    void add(BadField error) {
        errors.add(error);
    }

    /** To be called when every parameter was asked about: fails if anything was wrong. */
    public void refuseOthers() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> add(new BadField(
                        BadField.inQuery(name),
                        "is not a parameter here; there is " + String.join(", ", known.stream().sorted().toList()))));
        if (!errors.isEmpty()) {
            throw QuestionRefused.invalid(errors);
        }
    }

    private <T> @Nullable T bad(String name, String detail) {
        contradiction(name, detail);
        return null;
    }
}

package dev.andon.query.document;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How templates say what JSON holds: times, lengths of time, constants, and texts of several lines. */
final class Filters extends AbstractExtension {

    /** A moment between the act and the writing down is how people work, and not worth a word. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    /** In which zone people are told times. A variable would not do: macros see none but their own. */
    static final ScopedValue<DisplayZone> ZONE = ScopedValue.newInstance();

    /** Ends a line that a tag stands at the end of. */
    static final String NEWLINE = "newline";

    private static final Map<String, Filter> ALL = Map.ofEntries(
            Map.entry("moment", of(instant -> ZONE.get().moment(Instant.parse(String.valueOf(instant))))),
            Map.entry("clock", of(instant -> new SafeString(
                    ZONE.get().timeInBold(Instant.parse(String.valueOf(instant)))))),
            said("duration", length -> Wording.duration(Duration.parse(length))),
            said("words", constant -> constant.toLowerCase(Locale.ROOT).replace('_', ' ')),
            said("capitalised", Wording::capitalised),
            said("sentence", Wording::sentence),
            Map.entry("enumerated", of(things -> Wording.list(texts(things)))),
            Map.entry("counted", of("noun", (count, noun) -> Wording.counted(((Number) count).longValue(), noun))),
            Map.entry("text", of("indentation",
                    (text, indentation) -> new SafeString(Markdown.text(String.valueOf(text), indentation)))),
            Map.entry("link", of("url",
                    (title, url) -> new SafeString(Markdown.link(String.valueOf(title), url)))),
            Map.entry("late", of("after", (recorded, happened) -> Duration
                    .between(Instant.parse(happened), Instant.parse(String.valueOf(recorded))).compareTo(AT_ONCE) > 0)),
            Map.entry("having", new Said(List.of("field", "value"), Filters::having)),
            Map.entry("without", new Said(List.of("field", "value"), Filters::without)),
            Map.entry("imported", new Said(List.of(), (entries, _) -> lastImport(entries))),
            Map.entry("against", of("planned", (measured, planned) -> Filters.against(
                    Duration.parse(String.valueOf(measured)), Duration.parse(planned)))),
            Map.entry("days", of(Filters::days)));

    @Override
    public Map<String, Filter> getFilters() {
        return ALL;
    }

    @Override
    public Map<String, Object> getGlobalVariables() {
        return Map.of(NEWLINE, new SafeString("\n"));
    }

    private static Map.Entry<String, Filter> said(String name, Function<String, String> wording) {
        return Map.entry(name, of(value -> wording.apply(String.valueOf(value))));
    }

    /** Entries by the day that they happened on. */
    private static List<Map<String, Object>> days(Object entries) {
        var days = new LinkedHashMap<LocalDate, List<Object>>();
        for (Object entry : (List<?>) entries) {
            Instant happened = Instant.parse(String.valueOf(((Map<?, ?>) entry).get("occurredAt")));
            days.computeIfAbsent(ZONE.get().dateOf(happened), _ -> new ArrayList<>()).add(entry);
        }
        return days.entrySet().stream()
                .map(day -> Map.<String, Object>of("day", Wording.weekday(day.getKey()), "entries", day.getValue()))
                .toList();
    }

    /** The first of these things that has this value there, or nothing. */
    private static @Nullable Object having(Object things, List<String> given) {
        return ((List<?>) things).stream()
                .filter(thing -> given.getLast().equals(String.valueOf(((Map<?, ?>) thing).get(given.getFirst()))))
                .findFirst()
                .orElse(null);
    }

    private static List<?> without(Object things, List<String> given) {
        return ((List<?>) things).stream()
                .filter(thing -> !given.getLast().equals(String.valueOf(((Map<?, ?>) thing).get(given.getFirst()))))
                .toList();
    }

    /** When the last of those entries was recorded that were imported, or nothing. */
    private static @Nullable Object lastImport(Object entries) {
        return ((List<?>) entries).stream()
                .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
                .filter(entry -> "IMPORT".equals(entry.get("channel")))
                .map(entry -> Instant.parse(String.valueOf(entry.get("recordedAt"))))
                .max(Instant::compareTo)
                .map(Instant::toString)
                .orElse(null);
    }

    private static String against(Duration measured, Duration planned) {
        int comparison = measured.compareTo(planned);
        return comparison == 0
                ? "as planned"
                : "%s %s".formatted(
                        Wording.duration(measured.minus(planned).abs()), comparison > 0 ? "longer" : "shorter");
    }

    private static List<String> texts(Object things) {
        return ((List<?>) things).stream().map(String::valueOf).toList();
    }

    private static Filter of(Function<Object, Object> wording) {
        return new Said(List.of(), (value, _) -> wording.apply(value));
    }

    private static Filter of(String argument, BiFunction<Object, String, Object> wording) {
        return new Said(List.of(argument), (value, given) -> wording.apply(value, given.getFirst()));
    }

    /** What is absent stays absent. */
    private record Said(List<String> arguments, BiFunction<Object, List<String>, @Nullable Object> wording)
            implements
                Filter {

        @Override
        public List<String> getArgumentNames() {
            return arguments;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input, Map<String, Object> given, PebbleTemplate self, EvaluationContext context,
                int line) {
            if (input == null) {
                return null;
            }
            // What was escaped already is a text again to whoever words it.
            Object value = input instanceof SafeString safe ? safe.toString() : input;
            return wording.apply(
                    value, arguments.stream().map(name -> String.valueOf(given.getOrDefault(name, ""))).toList());
        }
    }
}

package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Actor;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.timeline.Entry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Everybody who is named in an incident, and the role that stands for them. A name is replaced wherever it stands as a word,
 * in what people wrote too: a document that calls alice a responder and quotes "ask alice" has protected nobody. It follows
 * that a word which is also a name is replaced.
 *
 * <p>The same person is the same role throughout, by order of first appearance, so that the story can still be followed.
 */
public final class Cast {

    /** Whom no person stands behind. */
    private static final Set<String> NOBODY = Set.of("local", "unknown", Actor.ANONYMOUS.id());

    private static final Set<String> NAMES_PEOPLE = Set.of(
            "assignee", "owner", "attendees", "voter", "author", "pressedBy");

    /** What holds one of a few words, none of which is a person's. */
    private static final Set<String> NO_TEXT = Set.of(
            "type", "severity", "status", "stage", "section", "kind", "verdict", "outcome", "effect", "category",
            "phase",
            "pinned", "role", "source", "channel", "incidentId", "problemId", "changeId", "rollbackId",
            "findingId", "answerId", "actionItemId", "plannedEventId", "readinessCheckId", "health");

    private final Map<String, String> roles = new LinkedHashMap<>();
    private final @Nullable Pattern names;

    private Cast(Map<String, @Nullable String> people) {
        var counted = new HashMap<String, Integer>();
        people.forEach((name, role) -> {
            String said = role == null ? "responder" : role;
            int number = counted.merge(said, 1, Integer::sum);
            String first = role == null ? "a responder" : "the " + role;
            String shown = number == 1 ? first : first + " " + number;
            roles.put(name, shown);
            if (name.indexOf('@') > 0) {
                roles.putIfAbsent(name.substring(0, name.indexOf('@')), shown);
            }
        });
        // A number in a text is hardly ever somebody.
        List<String> words = roles.keySet().stream().filter(name -> name.chars().anyMatch(Character::isLetter))
                .toList();
        this.names = words.isEmpty() ? null
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])@?(?:" + words.stream()
                                .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
                                .map(Cast::asWritten)
                                .collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** @param entries of the incident, by position */
    static Cast of(List<Entry> entries) {
        return of(entries, List.of());
    }

    /** The same with people of whom nothing is said in these incidents. */
    public static Cast of(List<Entry> entries, List<String> others) {
        var people = new LinkedHashMap<String, @Nullable String>();
        for (Entry entry : entries) {
            meet(entry.actor().id(), null, people);
            if (entry.event() instanceof RoleAssigned assigned) {
                meet(assigned.assignee(), words(assigned.role()), people);
            }
            meetAll(AndonJson.mapper().valueToTree(entry.event()), people);
        }
        others.forEach(name -> meet(name, null, people));
        return new Cast(people);
    }

    private static void meetAll(JsonNode event, Map<String, @Nullable String> people) {
        for (String field : NAMES_PEOPLE) {
            JsonNode named = event.get(field);
            if (named instanceof ArrayNode several) {
                several.forEach(one -> meet(one.stringValue(), null, people));
            } else if (named != null && named.isString()) {
                meet(named.stringValue(), null, people);
            }
        }
    }

    /** The first role that somebody held stands for them; an e-mail address is known by its first part, too. */
    private static void meet(String name, @Nullable String role, Map<String, @Nullable String> people) {
        String known = known(name);
        if (!known.isEmpty() && !NOBODY.contains(known) && people.get(known) == null) {
            people.put(known, "responder".equals(role) ? null : role);
        }
    }

    /** Whoever writes Markdown may put a backslash before any sign in a name. */
    private static String asWritten(String name) {
        return name.codePoints()
                .mapToObj(sign -> Character.isWhitespace(sign) ? "\\s+"
                        : (Character.isLetterOrDigit(sign) ? "" : "\\\\?") + Pattern.quote(Character.toString(sign)))
                .collect(Collectors.joining());
    }

    /** The same document without a name in it. */
    public JsonNode unnamed(JsonNode document) {
        if (document instanceof ObjectNode object) {
            ObjectNode unnamed = AndonJson.mapper().createObjectNode();
            object.forEachEntry((field, value) -> unnamed.set(field,
                    value.isString() && NO_TEXT.contains(field) ? value : unnamed(value)));
            return unnamed;
        }
        if (document instanceof ArrayNode array) {
            ArrayNode unnamed = AndonJson.mapper().createArrayNode();
            array.forEach(value -> unnamed.add(unnamed(value)));
            return unnamed;
        }
        return document.isString() ? StringNode.valueOf(unnamed(document.stringValue())) : document;
    }

    private String unnamed(String text) {
        String whole = roles.get(known(text));
        if (whole != null || names == null) {
            return whole == null ? text : whole;
        }
        return names.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                roles.getOrDefault(known(found.group().replace("\\", "").replaceFirst("^@", "")), "a responder")));
    }

    private static String known(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

package dev.andon.command.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What docs/http-api.md tells of each command, and the story that its examples are. The page is the one place where a command
 * is explained and tried out: with examples of its own, this document would tell another story, and nobody would play it.
 */
final class Story {

    private static final Pattern STEP = Pattern.compile("```http\\nPOST /api/v1(\\S+)\\n\\n(.*?)\\n?```",
            Pattern.DOTALL);
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORDS_END = Pattern.compile("\\n\\n(```|`POST |#)");

    private final String page;
    private final List<Step> steps;

    /**
     * One request, and how it is answered.
     *
     * @param name that sorts as the story goes
     * @param body as JSON; null if none is sent
     * @param answer as JSON; null if the page shows the status alone
     */
    record Step(String name, String path, @Nullable String body, int status, @Nullable String answer) {}

    private Story(String page) {
        this.page = page;
        this.steps = new ArrayList<>();
        STEP.matcher(page).results().forEach(found -> steps.add(stepOf(found, steps.size() + 1)));
    }

    static Story read() {
        try (InputStream file = Objects.requireNonNull(Story.class.getResourceAsStream("/docs/http-api.md"))) {
            return new Story(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param path a route's, with its variables */
    String wordsAbout(String path) {
        int start = page.indexOf("\n`POST " + path + "`");
        if (start < 0) {
            throw new IllegalStateException("docs/http-api.md says nothing about POST " + path);
        }
        String rest = page.substring(start + 1);
        var end = WORDS_END.matcher(rest);
        return (end.find() ? rest.substring(0, end.start()) : rest).strip();
    }

    /** The heading under which a command is explained. */
    String chapterOf(String path) {
        String before = page.substring(0, page.indexOf("\n`POST " + path + "`"));
        int heading = before.lastIndexOf("\n### ") + "\n### ".length();
        return before.substring(heading, before.indexOf('\n', heading));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The lines of an import, and the lines that they are answered with. */
    List<String> imported() {
        return JSON_BLOCK.matcher(page.substring(page.indexOf("\n## Imports"))).results()
                .map(block -> block.group(1))
                .limit(2)
                .toList();
    }

    private static Step stepOf(MatchResult found, int number) {
        String rest = found.group(2);
        int bodyEnd = rest.startsWith("{") ? rest.indexOf("\n\n") : 0;
        String[] told = rest.substring(bodyEnd).strip().split("\n", 2);
        return new Step(
                "step-%02d".formatted(number), found.group(1), bodyEnd == 0 ? null : rest.substring(0, bodyEnd),
                Integer.parseInt(told[0]), told.length > 1 ? told[1].strip() : null);
    }
}

package dev.andon.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ProblemDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever follows a problem's type finds a page. */
class ProblemTypesTest {

    /** How the code names a type: as a status and a slug, behind {@code /problems/}, or as a kind of thing not found. */
    private static final List<Pattern> SLUGS = List.of(
            Pattern.compile("ProblemDetails\\s*\\.of\\(\\s*[A-Za-z0-9_.()]+,\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("(?:case \\d{3} ->|return)\\s*of\\(\\d{3}, \"([a-z-]+)\""),
            Pattern.compile("(?:again|problem)\\((?:HttpStatus\\.[A-Z_]+, )?\"([a-z]+(?:-[a-z]+)*)\""),
            Pattern.compile("\"/problems/([a-z-]+)\""));

    private static final Pattern KINDS = Pattern
            .compile("(?:NotFound|QuestionRefused\\s*\\.notFound)\\(\\s*\"([A-Za-z ]+)\""
                    // Or it is handed on, with the name of what is missing, to what looks for it.
                    + "|\\s\"([a-z ]+)\", (?:id|id\\.value\\(\\)|name)\\)");

    private final ProblemTypes types = ProblemTypes.of(List.of());

    @Test
    void everyTypeThatTheCodeAnswersHasAPage() throws IOException {
        var answered = new HashSet<String>();
        for (Path file : sources()) {
            String code = Files.readString(file);
            SLUGS.forEach(slug -> slug.matcher(code).results().forEach(found -> answered.add(found.group(1))));
            KINDS.matcher(code).results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(kind -> answered.add(ProblemTypes.notFound(kind).slug()));
        }

        assertThat(answered).contains(
                "validation", "malformed-json", "too-busy", "not-from-there", "position-not-reached",
                "incident-not-found",
                "request-timeout");
        assertThat(answered.stream().filter(slug -> types.find(slug).isEmpty())).isEmpty();
        assertThat(types.all().stream().map(ProblemType::slug)).as("no page about what is never answered")
                .isSubsetOf(answered);
    }

    @Test
    void aStatusWithoutAWordOfOursHasAPageToo() {
        assertThat(types.find(ProblemDetails.ofStatus(418).type().substring("/problems/".length()))).isPresent();
        assertThat(types.find("http-200")).isEmpty();
    }

    @Test
    void everyPageSaysWhatToDo() {
        assertThat(types.all()).allSatisfy(type -> {
            assertThat(type.title()).as(type.slug()).isNotBlank();
            assertThat(type.when()).as(type.slug()).isNotBlank().doesNotEndWith(".");
            assertThat(type.advice()).as(type.slug()).matches("(?s)[A-Z`].+\\.");
        });
    }

    private static Set<Path> sources() throws IOException {
        var sources = new HashSet<Path>();
        for (String module : List.of("shared-kernel", "access", "incident-command", "incident-query")) {
            try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}

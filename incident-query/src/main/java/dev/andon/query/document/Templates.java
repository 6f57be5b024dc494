package dev.andon.query.document;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Templates that make Markdown of what the JSON answer holds. A template sees that and nothing else: no method, no class, no
 * file. All are read and tried when the server starts, so that a broken one stops the start and not the day of whoever needs
 * the document; what still fails later gives no half a page.
 *
 * <p>A team's file takes the place of the shipped one of its name, which it may build upon as {@code andon/<name>}.
 */
public final class Templates {

    private static final String SHIPPED = "andon/";

    /** What says whether this is the first or the last of several. */
    private static final String LOOP = "io.pebbletemplates.pebble.node.ForNode$LoopVariables";

    private static final int LONGEST_DOCUMENT = 20_000_000;
    private static final int LONGEST_TEMPLATE = 256 * 1024;

    private final PebbleEngine engine;

    private Templates(MemoryLoader loader) {
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new Filters())
                .registerExtensionCustomizer(
                        new DisallowExtensionCustomizerBuilder().disallowedFunctionKeys(List.of("range")).build())
                .methodAccessValidator((object, _) -> object.getClass().getName().equals(LOOP))
                .addEscapingStrategy("markdown", Markdown::line)
                .defaultEscapingStrategy("markdown")
                .defaultLocale(Locale.ENGLISH)
                .strictVariables(true)
                .maxRenderedSize(LONGEST_DOCUMENT)
                .build();
    }

    /**
     * @param names of the templates that there are
     * @param directory with those of the team, if it has any
     */
    public static Templates of(List<String> names, @Nullable Path directory) {
        var templates = new HashMap<String, String>();
        for (String name : names) {
            templates.put(SHIPPED + name, shipped(name));
            templates.put(name, "{% extends \"" + SHIPPED + name + "\" %}");
        }
        if (directory != null) {
            files(directory).forEach(file -> templates.put(known(file, names), read(file)));
        }
        var loader = new MemoryLoader();
        templates.forEach((name, template) -> loader.addTemplate(name, lines(template)));
        return new Templates(loader);
    }

    /**
     * @param model maps, lists, texts and numbers, as JSON has them
     * @param zone in which people are told times
     */
    public String render(String name, Map<String, Object> model, DisplayZone zone) {
        var document = new StringWriter();
        try {
            ScopedValue.where(Filters.ZONE, zone).call(() -> {
                engine.getTemplate(name).evaluate(document, model);
                return document;
            });
        } catch (PebbleException e) {
            throw new TemplateRefusedException("The template %s fails in line %d of %s: %s".formatted(
                    name, Objects.requireNonNullElse(e.getLineNumber(), 0),
                    Objects.requireNonNullElse(e.getFileName(), name), e.getPebbleMessage()), e);
        } catch (IOException | RuntimeException e) {
            throw new TemplateRefusedException("The template %s fails: %s".formatted(name, e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw new TemplateRefusedException("The template %s calls itself without end".formatted(name), e);
        }
        return document.toString();
    }

    /** A tag alone on its line leaves none, but a value at the end of a line would swallow the line's end, too. */
    private static String lines(String template) {
        return template.replace("}}\n", "}}{{ " + Filters.NEWLINE + " }}\n");
    }

    private static String shipped(String name) {
        try (InputStream template = Templates.class.getResourceAsStream("/templates/" + name)) {
            return new String(Objects.requireNonNull(template, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new TemplateRefusedException(
                    "The directory of templates, %s, cannot be read; name one in andon.postmortem.templates that can"
                            .formatted(directory),
                    e);
        }
    }

    /** A file that replaces nothing would be a typing error that nobody notices. */
    private static String known(Path file, List<String> names) {
        String name = file.getFileName().toString();
        if (!names.contains(name)) {
            throw new TemplateRefusedException("%s replaces no template; there is %s. Rename it, or move it away"
                    .formatted(file, String.join(", ", names)));
        }
        return name;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_TEMPLATE) {
                throw new TemplateRefusedException("%s is longer than 256 KiB".formatted(file));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new TemplateRefusedException(
                    "%s cannot be read as UTF-8 text: %s".formatted(file, e.getMessage()), e);
        }
    }
}

package dev.andon.query.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a document in whatever format somebody wants. All of them are made of the one JSON document, in this order: JSON,
 * Markdown by a template, HTML of that, PDF of that; so none can say what another does not, and what is taken out of the first
 * is in none.
 *
 * <p>Writing takes time and memory, so it is done by few threads of its own, and none of those that read requests.
 */
public final class DocumentWriter implements AutoCloseable {

    /** What documents come in. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.MARKDOWN, Format.HTML, Format.PDF);

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWriter.class);

    private static final int WRITERS = 2;
    private static final int WAITING = 100;

    /** About 500 sheets of paper. */
    private static final int LONGEST_PDF = 1_500_000;

    /** Of one document: what has as much text as is allowed takes a few seconds. */
    private static final Duration LONGEST_DRAWING = Duration.ofSeconds(60);

    private static final String CHART = "chart";

    /** Absent values are there as null, so that a template may ask for them, but not for what it misspells. */
    private static final JsonMapper WHOLE = AndonJson.mapper().rebuild()
            .changeDefaultPropertyInclusion(defaults -> defaults.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private final Templates templates;
    private final Duration longestDrawing;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(WRITERS, WAITING, "documents");

    /**
     * A document that is to be written.
     *
     * @param template that makes Markdown of it
     * @param content an object; may hold a {@link Chart} as {@code chart}
     * @param dated when it was that it says all this
     * @param zone in which people are told times
     */
    public record Draft(String template, String title, JsonNode content, Instant dated, DisplayZone zone) {}

    public DocumentWriter(Templates templates) {
        this(templates, LONGEST_DRAWING);
    }

    DocumentWriter(Templates templates, Duration longestDrawing) {
        this.templates = templates;
        this.longestDrawing = longestDrawing;
    }

    /** With nulls for what is absent. */
    public static JsonNode tree(Object document) {
        return WHOLE.valueToTree(document);
    }

    /** A document with nulls that ships beside the templates. */
    public static JsonNode example(String name) {
        try (InputStream example = DocumentWriter.class.getResourceAsStream("/templates/" + name)) {
            return WHOLE.readTree(Objects.requireNonNull(example, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if a template cannot write these. */
    public DocumentWriter tried(List<Draft> examples) {
        examples.forEach(this::markdown);
        return this;
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    /** Written elsewhere than on the thread that asks. */
    public Mono<Answer> write(Format format, Callable<Draft> draft) {
        return Mono.deferContextual(request -> Mono.fromCallable(() -> write(format, draft.call()))
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, _ -> QuestionRefused.tooBusy())
                .onErrorMap(TemplateRefusedException.class, e -> {
                    Correlation.in(request).run(() -> LOG.error("A document could not be written", e));
                    return QuestionRefused.templateFailed(String.valueOf(e.getMessage()));
                }));
    }

    Answer write(Format format, Draft draft) {
        return switch (format) {
            case JSON -> Answer.json(withoutNulls(draft.content()));
            case MARKDOWN -> Answer.text(format, markdown(draft));
            case HTML -> Answer.text(format, html(draft));
            case PDF -> Answer.bytes(format, pdf(draft));
            case CSV, CALENDAR, NDJSON, EVENT_STREAM ->
                throw new IllegalArgumentException("A document is not written as " + format);
        };
    }

    /** As a template makes it. */
    public String markdown(Draft draft) {
        Map<String, Object> model = new HashMap<>(WHOLE.convertValue(draft.content(), new TypeReference<>() {}));
        JsonNode chart = draft.content().get(CHART);
        model.put("drawing", chart == null || chart.isNull() ? "" : chart(chart).text(draft.zone()));
        model.put("zoneNote", draft.zone().note());
        return templates.render(draft.template(), model, draft.zone());
    }

    private String html(Draft draft) {
        JsonNode chart = draft.content().get(CHART);
        try {
            return HtmlPage.of(draft.title(), markdown(draft),
                    chart == null || chart.isNull() ? Map.of() : Map.of(CHART, chart(chart).html(draft.zone())));
        } catch (StackOverflowError _) {
            throw QuestionRefused.notAcceptable("What people wrote is nested too deep for a page. Ask for Markdown.");
        }
    }

    private byte[] pdf(Draft draft) {
        String page = html(draft);
        if (page.length() > LONGEST_PDF) {
            throw QuestionRefused.notAcceptable(
                    "It would be a PDF of hundreds of sheets. Ask for HTML, and print what you need of it.");
        }
        try {
            return Pdf.of(page, draft.dated(), longestDrawing);
        } catch (DrawnTooLongException _) {
            throw QuestionRefused.notAcceptable(
                    "It takes too long to draw as a PDF. Ask for HTML, and print what you need of it.");
        } catch (StackOverflowError _) {
            throw QuestionRefused.notAcceptable("What people wrote is nested too deep for a PDF. Ask for Markdown.");
        }
    }

    private static Chart chart(JsonNode chart) {
        return AndonJson.mapper().treeToValue(chart, Chart.class);
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode present = AndonJson.mapper().createObjectNode();
            object.forEachEntry((field, value) -> {
                if (!value.isNull()) {
                    present.set(field, withoutNulls(value));
                }
            });
            return present;
        }
        if (node.isArray()) {
            var present = AndonJson.mapper().createArrayNode();
            node.forEach(value -> present.add(withoutNulls(value)));
            return present;
        }
        return node;
    }
}

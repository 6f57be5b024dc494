package dev.andon.apidocs;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the document and the pages. Neither says anything about anybody's incidents, so nobody is asked who they are. */
final class ApiDocsEndpoint {

    static final String DOCUMENT = "/v3/api-docs";
    static final String PROBLEMS = "/problems";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType MARKDOWN = new MediaType(MediaType.TEXT_MARKDOWN, StandardCharsets.UTF_8);
    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, HTML, MARKDOWN);

    private final Mono<byte[]> document;
    private final ProblemTypes problems;

    ApiDocsEndpoint(List<Part> parts, String openIdConfiguration) {
        // Made when somebody asks, and then kept: most servers are never asked.
        this.document = Mono.fromCallable(
                () -> AndonJson.mapper().writeValueAsBytes(ApiDocument.of(parts, openIdConfiguration))).cache();
        this.problems = ProblemTypes.of(parts);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(
                asked(DOCUMENT), _ -> document.flatMap(json -> answer(MediaType.APPLICATION_JSON, json)))
                .andRoute(asked(PROBLEMS), this::all)
                .andRoute(asked(PROBLEMS + "/{type}"), this::one);
    }

    private static RequestPredicate asked(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private Mono<ServerResponse> all(ServerRequest request) {
        List<ProblemType> types = problems.all();
        return inWantedFormat(
                request, Map.of("problems", types.stream().map(ApiDocsEndpoint::page).toList()),
                ProblemPage.html(types), ProblemPage.markdown(types));
    }

    private Mono<ServerResponse> one(ServerRequest request) {
        return problems.find(request.pathVariable("type"))
                .map(type -> inWantedFormat(request, page(type), ProblemPage.html(type), ProblemPage.markdown(type)))
                .orElseGet(() -> refused(request, ProblemDetails.ofStatus(404)));
    }

    private static Map<String, Object> page(ProblemType type) {
        var page = new LinkedHashMap<String, Object>();
        page.put("type", type.type());
        page.put("status", type.status());
        page.put("title", type.title());
        page.put("when", type.when());
        page.put("whatToDo", type.advice());
        return page;
    }

    private static Mono<ServerResponse> inWantedFormat(
            ServerRequest request, Object json, String html, String markdown) {
        MediaType wanted = wanted(request);
        if (wanted == null) {
            return refused(request, ProblemDetails.ofStatus(406));
        }
        return answer(wanted, wanted == HTML ? html.getBytes(StandardCharsets.UTF_8)
                : wanted == MARKDOWN ? markdown.getBytes(StandardCharsets.UTF_8)
                        : AndonJson.mapper().writeValueAsBytes(json));
    }

    private static @Nullable MediaType wanted(ServerRequest request) {
        List<MediaType> accepted;
        try {
            accepted = request.headers().accept();
        } catch (InvalidMediaTypeException malformed) {
            return null;
        }
        if (accepted.isEmpty()) {
            return MediaType.APPLICATION_JSON;
        }
        var sorted = new ArrayList<>(accepted);
        MimeTypeUtils.sortBySpecificity(sorted);
        return sorted.stream()
                .filter(range -> range.getQualityValue() > 0)
                .flatMap(range -> OFFERED.stream().filter(range::includes))
                .findFirst()
                .orElse(null);
    }

    private static Mono<ServerResponse> refused(ServerRequest request, ProblemDetails problem) {
        return ServerResponse.status(problem.status())
                .contentType(MediaType.valueOf(ProblemDetails.MEDIA_TYPE))
                .bodyValue(AndonJson.mapper().writeValueAsBytes(problem.at(request.path())));
    }

    private static Mono<ServerResponse> answer(MediaType type, byte[] body) {
        return ServerResponse.ok().contentType(type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).bodyValue(body);
    }
}

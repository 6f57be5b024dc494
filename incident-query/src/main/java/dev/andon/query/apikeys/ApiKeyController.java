package dev.andon.query.apikeys;

import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ApiKeyId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.http.Freshness;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The API keys, oldest first. */
@RestController
public final class ApiKeyController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/api-keys", "apiKeys", "Questions: API keys", "All API keys, oldest first",
                    "Whom they let in and who made them; never what they are.",
                    ApiKeyList.class, List.of(Format.JSON), List.of(), List.of(), List.of()),
            new Question(
                    "/api/v1/api-keys/{apiKeyId}", "apiKey", "Questions: API keys", "One API key",
                    "Its roles, its last characters, who made it and who revoked it.",
                    ApiKey.class, List.of(Format.JSON),
                    List.of(new Question.Named("apiKeyId", ApiKeyId.class, "KEY-5T8N", ProblemTypes.API_KEY_NOT_FOUND)),
                    List.of(),
                    List.of()));

    private final ReadModel<ApiKey> keys;

    /** All keys. */
    record ApiKeyList(long position, List<ApiKey> apiKeys) {}

    public ApiKeyController(ReadModel<ApiKey> keys) {
        this.keys = keys;
    }

    @GetMapping("/api/v1/api-keys")
    Mono<ResponseEntity<byte[]>> apiKeys(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        return Freshness.of(exchange, keys)
                .flatMap(position -> keys.findAll()
                        .sort(Comparator.comparing(ApiKey::createdAt))
                        .collectList()
                        .map(all -> Answer.json(new ApiKeyList(position, all)).entity()));
    }

    @GetMapping("/api/v1/api-keys/{apiKeyId}")
    Mono<ResponseEntity<byte[]>> apiKey(@PathVariable String apiKeyId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        ApiKeyId id = PathVariables.apiKey(apiKeyId);
        return Freshness.of(exchange, keys)
                .flatMap(_ -> keys.find(DocumentKey.single(id.value())))
                .map(key -> Answer.json(key).entity())
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("API key", id.value())));
    }
}

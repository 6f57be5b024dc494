package dev.andon.command.http;

import dev.andon.kernel.json.AndonJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A response that is complete. Spring's own would copy its headers twice, and then look for somebody who can make bytes of
 * the bytes that it has.
 */
final class JsonResponse implements ServerResponse {

    private final HttpStatusCode status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private JsonResponse(int status, String mediaType, Object body) {
        this.status = HttpStatusCode.valueOf(status);
        this.body = AndonJson.mapper().writeValueAsBytes(body);
        with(HttpHeaders.CONTENT_TYPE, mediaType);
        with(HttpHeaders.CONTENT_LENGTH, Integer.toString(this.body.length));
    }

    static JsonResponse of(int status, Object body) {
        return new JsonResponse(status, MediaType.APPLICATION_JSON_VALUE, body);
    }

    static JsonResponse of(int status, Object body, String mediaType) {
        return new JsonResponse(status, mediaType, body);
    }

    JsonResponse with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    @Override
    public HttpStatusCode statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        var all = new HttpHeaders();
        headers.forEach(all::set);
        return all;
    }

    @Override
    public MultiValueMap<String, ResponseCookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public Mono<Void> writeTo(ServerWebExchange exchange, Context context) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        headers.forEach(response.getHeaders()::set);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}

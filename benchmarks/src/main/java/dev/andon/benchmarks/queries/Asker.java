package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.VoidFigureException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks one thing after the other, on one connection, and has none but good answers. */
final class Asker {

    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Asker(String address) {
        this.address = address;
    }

    /** Until every read model has seen the whole log. */
    void awaitReadModels() throws Exception {
        while (!get("/actuator/health/readiness").body().contains("UP")
                || get("/api/v1/admin/projections").body().contains("\"BUILDING\"")) {
            Thread.sleep(BETWEEN_TWO_LOOKS);
        }
    }

    boolean isThere(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        return answer.statusCode() != 405
                && !(answer.statusCode() == 404 && answer.body().contains("/problems/not-found"));
    }

    String ask(String path, String... headers) throws Exception {
        return checked(path, get(path, headers)).body();
    }

    /** The position of what it recorded. */
    String post(String path, String body) throws Exception {
        var request = request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return checked(path, http.send(request, HttpResponse.BodyHandlers.ofString()))
                .headers().firstValue("Andon-Position").orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path.replace("(", "%28").replace(")", "%29")));
    }

    private static HttpResponse<String> checked(String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new VoidFigureException("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer;
    }
}

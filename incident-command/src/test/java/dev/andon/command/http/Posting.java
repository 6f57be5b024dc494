package dev.andon.command.http;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.List;

/** Posts commands, and keeps of an answer what a caller could hold on to. */
final class Posting {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Posting() {}

    /** All of an answer that must be the same when it is given again. */
    record Reply(int status, String body, String position, String etag, String location) {

        <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        String type() {
            return at("$.type");
        }

        /** Without the quotes. */
        long version() {
            return Long.parseLong(etag.substring(1, etag.length() - 1));
        }
    }

    /** @param headers names and values, alternating */
    static Reply to(String address, String path, String body, String... headers) throws IOException {
        HttpResponse<String> answer = send(address, path, body, headers);
        return new Reply(
                answer.statusCode(), answer.body(), header(answer, "Andon-Position"), header(answer, "ETag"),
                header(answer, "Location"));
    }

    static HttpResponse<String> send(String address, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        List<String> given = List.of(headers);
        for (int i = 0; i < given.size(); i += 2) {
            request.header(given.get(i), given.get(i + 1));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

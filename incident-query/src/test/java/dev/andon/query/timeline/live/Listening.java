package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.event.Event;
import dev.andon.query.QueryServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Somebody who listens to a server's timelines, and records what there is to listen to. */
final class Listening {

    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final QueryServer server;

    /** The last position that was recorded; who asks for less may be told that there is no such incident yet. */
    private volatile long recorded;

    Listening(QueryServer server) {
        this.server = server;
    }

    long record(Event... events) {
        recorded = server.record(events);
        return recorded;
    }

    /** Listens until so many were told, or the last one was, or the server gave up: whoever is too slow comes back. */
    List<Long> take(String path, long after, int most, long last) throws Exception {
        var told = new ArrayList<Long>();
        try (var connection = connect(path, after)) {
            String event = "start";
            while (!event.isEmpty() && told.size() < most && (told.isEmpty() || told.getLast() < last)) {
                event = connection.event();
                idOf(event).ifPresent(told::add);
            }
        }
        return told;
    }

    Connection connect(String path, long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(after))
                .header("Andon-Min-Position", Long.toString(recorded))
                .build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Connection(reader(answer.body()));
    }

    /** The position that an event is of; a heartbeat is of none. */
    static OptionalLong idOf(String event) {
        return event.lines()
                .filter(line -> line.startsWith("id: "))
                .mapToLong(line -> Long.parseLong(line.substring("id: ".length())))
                .findFirst();
    }

    static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** One that can be broken off. */
    record Connection(BufferedReader reader) implements AutoCloseable {

        /** The lines of the next event, or none if no more of them comes as a whole: a connection may break amid one. */
        String event() {
            var event = new StringBuilder();
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.isEmpty()) {
                        event.append(line).append('\n');
                    } else if (!event.isEmpty()) {
                        return event.toString();
                    }
                }
            } catch (IOException _) {
                // The server has given up.
            }
            return "";
        }

        String next(String beginning) {
            try {
                String line = reader.readLine();
                while (line != null && !line.startsWith(beginning)) {
                    line = reader.readLine();
                }
                return Objects.requireNonNull(line, "it ended");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

package dev.andon.standalone;

import java.nio.file.Files;
import java.nio.file.Path;

/** The incidents that the project ships. */
final class Samples {

    private Samples() {}

    static String gitlab() throws Exception {
        return read("gitlab-2017-01-31.ndjson");
    }

    static String operationallyExcellentTeam() throws Exception {
        return read("operationally-excellent-team.ndjson");
    }

    private static String read(String name) throws Exception {
        return Files.readString(Path.of("..", "samples", name));
    }
}

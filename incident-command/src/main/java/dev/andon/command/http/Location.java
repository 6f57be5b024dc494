package dev.andon.command.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * Where something that was created can be found: a path with names in braces, taken apart once. To have it taken apart and
 * built anew for each answer took as long as to write the answer's body.
 */
final class Location {

    private final String path;
    private final List<String> names = new ArrayList<>();
    // one more than there are names: what stands before each, and behind the last
    private final List<String> between = new ArrayList<>();

    /** @param path without the base path */
    Location(String path) {
        this.path = path;
        String rest = CommandRoutes.BASE_PATH + path;
        for (int open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
            int close = rest.indexOf('}', open);
            between.add(rest.substring(0, open));
            names.add(rest.substring(open + 1, close));
            rest = rest.substring(close + 1);
        }
        between.add(rest);
    }

    /** With what these names stand for; what may not stand in a path as it is, is encoded. */
    String of(Map<String, Object> values) {
        var location = new StringBuilder(between.getFirst());
        for (int i = 0; i < names.size(); i++) {
            location.append(UriUtils.encode(String.valueOf(values.get(names.get(i))), StandardCharsets.UTF_8))
                    .append(between.get(i + 1));
        }
        return location.toString();
    }

    @Override
    public String toString() {
        return path;
    }
}

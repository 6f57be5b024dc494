package dev.andon.command.http;

import dev.andon.kernel.Identifier;
import dev.andon.kernel.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Where a command is posted. The path's variables, and the identifier of what is created, are components of the command; all
 * other components are fields of the body.
 *
 * @param path as an import names it
 * @param fullPath the same behind the base path
 * @param creates the component that names what is created; null if nothing with a name of its own is
 * @param createdAt where that can be found afterwards; null if nothing is created
 * @param orAdds the component that names what is created instead if there is something to add to; null if there is none
 * @param tells the component of a recorded event that the caller cannot know and will need next; null if there is none
 */
record CommandRoute(
        PathPattern path,
        PathPattern fullPath,
        Class<? extends Command> command,
        @Nullable String creates,
        @Nullable Location createdAt,
        @Nullable String orAdds,
        @Nullable String tells) {

    static CommandRoute changing(String path, Class<? extends Command> command) {
        return new CommandRoute(parse(path), parse(CommandRoutes.BASE_PATH + path), command, null, null, null, null);
    }

    static CommandRoute creating(String path, Class<? extends Command> command, String creates) {
        return creating(path, command, creates, path + "/{" + creates + "}");
    }

    static CommandRoute creating(String path, Class<? extends Command> command, String creates, String createdAt) {
        return new CommandRoute(parse(path), parse(CommandRoutes.BASE_PATH + path), command, creates,
                new Location(createdAt), null, null);
    }

    CommandRoute orAdding(String component) {
        return new CommandRoute(path, fullPath, command, creates, createdAt, component, tells);
    }

    CommandRoute telling(String component) {
        return new CommandRoute(path, fullPath, command, creates, createdAt, orAdds, component);
    }

    /** The components that are drawn, and so neither in the path nor in the body. */
    List<String> drawn() {
        return RecordShape.of(command).parts().stream()
                .filter(part -> Identifier.class.isAssignableFrom(part.type()))
                .map(RecordShape.Part::name)
                .filter(name -> name.equals(creates) || name.equals(orAdds))
                .toList();
    }

    private static PathPattern parse(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}

package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * What a command's query string says. A parameter that is not known is refused: whoever misspells {@code dryRun} wants
 * nothing to be recorded, and everything would be.
 */
final class QueryString {

    private static final String DRY_RUN = "dryRun";

    private QueryString() {}

    static boolean asksForDryRun(MultiValueMap<String, String> parameters) {
        var bad = new ArrayList<BadField>();
        for (String name : parameters.keySet()) {
            if (!name.equals(DRY_RUN)) {
                bad.add(new BadField(BadField.inQuery(Names.shortened(name)), Names.unknown(name, List.of(DRY_RUN))));
            }
        }
        List<String> given = parameters.getOrDefault(DRY_RUN, List.of("false"));
        if (!given.equals(List.of("true")) && !given.equals(List.of("false"))) {
            bad.add(new BadField(BadField.inQuery(DRY_RUN), "must be true or false, once"));
        }
        refuse(bad);
        return given.getFirst().equals("true");
    }

    /** A line of an import builds on the lines before it, of which a dry run would have recorded none. */
    static void refuseForImports(MultiValueMap<String, String> parameters) {
        refuse(parameters.keySet().stream()
                .map(name -> new BadField(BadField.inQuery(Names.shortened(name)), name.equals(DRY_RUN)
                        ? "is not for imports: a line builds on what the lines before it recorded"
                        : "is not a parameter here; there is none"))
                .toList());
    }

    private static void refuse(List<BadField> bad) {
        if (!bad.isEmpty()) {
            throw new MalformedRequest(ProblemDetails.invalid(bad));
        }
    }
}

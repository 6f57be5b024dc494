package dev.andon.command.http;

import dev.andon.command.axon.ExpectedVersion;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What {@code If-Match} says (RFC 9110, 13.1.1). A tag that no version of ours could have, a weak one for example, is not a
 * mistake: it matches nothing, and the command is refused as one that comes too late is. What is no list of tags at all is
 * refused as such; ignored, it would let a command pass that its sender wanted to be conditional.
 */
record EntityTags(boolean any, Set<Long> versions) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    private static final Pattern LIST = Pattern.compile(
            "[ \t,]*" + TAG.pattern() + "(?:[ \t]*,[ \t,]*" + TAG.pattern() + ")*[ \t,]*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    static Optional<EntityTags> in(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(HttpHeaders.IF_MATCH);
        return given.isEmpty() ? Optional.empty() : Optional.of(read(String.join(",", given)));
    }

    private static EntityTags read(String list) {
        if (list.strip().equals("*")) {
            return new EntityTags(true, Set.of());
        }
        if (!LIST.matcher(list).matches()) {
            throw new MalformedRequest(ProblemDetails.invalid(List.of(new BadField(
                    BadField.inHeader(HttpHeaders.IF_MATCH),
                    "must be * or the ETag of an answer about the incident, such as \"17\"; several with commas between"))));
        }
        var versions = new HashSet<Long>();
        Matcher tags = TAG.matcher(list);
        while (tags.find()) {
            if (tags.group(1) == null && VERSION.matcher(tags.group(2)).matches()) {
                versions.add(Long.valueOf(tags.group(2)));
            }
        }
        return new EntityTags(false, versions);
    }

    ExpectedVersion of(@Nullable IncidentId incidentId) {
        return new ExpectedVersion(incidentId, any, versions);
    }
}

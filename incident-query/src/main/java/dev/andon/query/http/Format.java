package dev.andon.query.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What an answer can be written in. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    MARKDOWN("text/markdown;charset=UTF-8"),
    HTML("text/html;charset=UTF-8"),
    PDF(MediaType.APPLICATION_PDF_VALUE),
    CSV("text/csv;charset=UTF-8"),
    CALENDAR("text/calendar;charset=UTF-8"),
    NDJSON("application/x-ndjson"),
    EVENT_STREAM(MediaType.TEXT_EVENT_STREAM_VALUE);

    static final String PARAMETER = "format";

    private final MediaType mediaType;

    Format(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the caller likes best of these: {@code ?format=} before {@code Accept}, and the first if it is all the same. */
    public static Format wanted(ServerHttpRequest request, Format... offered) {
        return wanted(request, List.of(offered));
    }

    /** The same, of a list. */
    public static Format wanted(ServerHttpRequest request, List<Format> formats) {
        List<String> named = request.getQueryParams().get(PARAMETER);
        Optional<Format> wanted = named == null
                ? accepted(request, formats)
                : formats.stream().filter(format -> named.equals(List.of(format.parameter()))).findFirst();
        return wanted.orElseThrow(() -> QuestionRefused.notAcceptable(formats));
    }

    private static Optional<Format> accepted(ServerHttpRequest request, List<Format> formats) {
        List<MediaType> accept;
        try {
            accept = request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
        if (accept.isEmpty()) {
            return formats.stream().findFirst();
        }
        Map<Format, Double> quality = formats.stream()
                .collect(Collectors.toMap(Function.identity(), format -> qualityOf(format, accept)));
        // Of equals, this takes the first.
        return formats.stream()
                .filter(format -> quality.getOrDefault(format, 0.0) > 0)
                .max(Comparator.comparing(format -> quality.getOrDefault(format, 0.0)));
    }

    /** The most specific range speaks for the format: {@code text/csv;q=0, text/*} is everything textual but CSV. */
    private static double qualityOf(Format format, List<MediaType> accept) {
        return accept.stream()
                .filter(range -> range.includes(format.mediaType))
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype()))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}

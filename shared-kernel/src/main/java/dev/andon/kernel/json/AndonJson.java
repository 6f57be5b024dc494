package dev.andon.kernel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON settings everybody uses: instants and durations as ISO 8601 text, absent values left out, properties in the
 * order they are declared.
 */
public final class AndonJson {

    /** Reads what was stored: fields it does not know were added by a later version, and are skipped. */
    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .changeDefaultPropertyInclusion(defaults -> defaults.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AndonJson() {}

    public static JsonMapper mapper() {
        return TOLERANT;
    }
}

package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class LocationTest {

    @Test
    void eachNameIsReplacedByWhatItStandsFor() {
        var location = new Location("/incidents/{incidentId}/findings/{findingId}");

        assertThat(
                location.of(Map.of("incidentId", IncidentId.of(7), "findingId", new FindingId("F-7K3Q"), "other", 1)))
                .isEqualTo("/api/v1/incidents/INC-7/findings/F-7K3Q");
        assertThat(location).hasToString("/incidents/{incidentId}/findings/{findingId}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout", "a b", "a/b", "ä€", "100%", "{name}", "a;b=c?d#e", "~-._!*'()"})
    void aNameIsEncodedAsSpringDoes(String name) {
        assertThat(new Location("/services/{name}").of(Map.of("name", name))).isEqualTo(
                UriComponentsBuilder.fromPath("/api/v1/services/{name}").encode().buildAndExpand(name).toUriString());
    }
}

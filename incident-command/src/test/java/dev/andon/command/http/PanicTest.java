package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import dev.andon.command.http.Posting.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panic button, as somebody outside engineering has it: in a chat, or on a page with two fields. */
class PanicTest {

    private static final String PRESS = "{\"service\": \"checkout\", \"text\": \"I cannot pay\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private CommandServer server;

    @BeforeEach
    void start() {
        server = CommandServer.on(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theAnswerSaysWhatHappensNowAndWhereToAskWhatBecameOfIt() throws IOException {
        Reply reply = press();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.location()).isEqualTo("/api/v1/panic/INC-1");
        assertThat(List.of(reply.etag(), reply.position())).containsExactly("\"2\"", "2");
        assertThat(reply.<String>at("$.message")).contains("INC-1", "checkout").doesNotContain("SEV", "severity");
        assertThat(types()).containsExactly("IncidentDeclared", "PanicButtonPressed");
    }

    @Test
    void pressedAgainItAnswersInWhichIncidentItIsKnown() throws IOException {
        press();
        Posting.to(server.address(), "/incidents/INC-1/roles", """
                {"role": "INCIDENT_COMMANDER", "assignee": "bob"}""");

        Reply again = press("Andon-On-Behalf-Of", "carol");

        assertThat(again.<String>at("$.incidentId")).isEqualTo("INC-1");
        assertThat(again.<String>at("$.findingId")).startsWith("F-");
        assertThat(again.<String>at("$.message")).contains("bob is in charge");
        assertThat(again.location()).isEqualTo("/api/v1/panic/INC-1");
        assertThat(types()).endsWith("RoleAssigned", "FindingAdded", "PanicButtonPressed");
    }

    @Test
    void theSameKeyIsOnePressAndGetsTheSameWordsWhateverHappenedSince() throws IOException {
        Reply first = press("Idempotency-Key", "one");
        press("Idempotency-Key", "another");

        assertThat(press("Idempotency-Key", "one")).isEqualTo(first);
        assertThat(types()).filteredOn("PanicButtonPressed"::equals).hasSize(2);
    }

    @Test
    void aDryRunSaysWhichIdentifierIsOnlyAGuess() throws IOException {
        assertThat(dryRun().<List<String>>at("$.provisional")).containsExactly("incidentId");
        press();
        Reply added = dryRun();

        assertThat(added.<List<String>>at("$.provisional")).containsExactly("findingId");
        assertThat(added.<String>at("$.body.incidentId")).isEqualTo("INC-1");
        assertThat(added.<List<String>>at("$.events[*].type")).containsExactly("FindingAdded", "PanicButtonPressed");
        assertThat(types()).hasSize(2);
    }

    @Test
    void whoPressedIsToldInTheRecordThatItWasAFalseAlarm() throws IOException {
        press("Andon-On-Behalf-Of", "carol");

        Reply closed = Posting.to(server.address(), "/incidents/INC-1/false-alarm", """
                {"reason": "The card had expired", "cost": "Ten minutes of one person"}""");

        assertThat(closed.status()).isEqualTo(200);
        assertThat(types()).endsWith("IncidentMarkedFalseAlarm", "StakeholderUpdatePosted");
        assertThat(new String(server.events().getLast().data().payload(), StandardCharsets.UTF_8))
                .contains("\"audience\":\"carol\"", "The card had expired")
                .doesNotContain("Ten minutes");
        assertThat(closed.version()).isEqualTo(4);
    }

    @Test
    void aServiceAndASentenceAreNeededAndNothingElseIsTaken() throws IOException {
        Reply empty = Posting.to(server.address(), "/panic", "{}");
        Reply chosen = Posting.to(server.address(), "/panic", """
                {"service": "s", "text": "t", "incidentId": "INC-7", "findingId": "F-7K3Q", "severity": "SEV1"}""");

        assertThat(empty.<List<String>>at("$.errors[*].pointer")).containsExactlyInAnyOrder("/service", "/text");
        assertThat(chosen.<List<String>>at("$.errors[*].pointer"))
                .containsExactlyInAnyOrder("/incidentId", "/findingId", "/severity");
        assertThat(types()).isEmpty();
    }

    private Reply press(String... headers) throws IOException {
        return Posting.to(server.address(), "/panic", PRESS, headers);
    }

    private Reply dryRun() throws IOException {
        return Posting.to(server.address(), "/panic?dryRun=true", PRESS);
    }

    private List<String> types() {
        return server.events().stream().map(event -> event.data().type()).toList();
    }
}

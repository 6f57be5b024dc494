package dev.andon.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.query.postmortem.PostmortemDocument;
import dev.andon.query.text.DisplayZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final List<String> NAMES = List.of(PostmortemDocument.TEMPLATE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aTeamReplacesOnePartAndKeepsTheRest() throws IOException {
        String document = postmortem("""
                {% extends "andon/postmortem.md" %}
                {% block feelings %}
                We do not talk about feelings.
                {% endblock %}
                """);

        assertThat(document).contains("## How it felt\n\nWe do not talk about feelings.\n")
                .contains("## Root causes\n\n- **Process**: Backup and recovery had no owner");
    }

    @Test
    void aTeamReplacesTheWholeDocument() throws IOException {
        assertThat(postmortem("{{ incidentId }}: {{ totalImpact | duration }}")).isEqualTo("INC-1: 21 h 14 min");
    }

    @Test
    void whatPeopleWroteIsEscapedUnlessATemplateSaysOtherwise() throws IOException {
        write("{{ title }}");

        assertThat(templates().render(PostmortemDocument.TEMPLATE, Map.of("title", "# <b>*all* fine</b>"),
                DisplayZone.UTC))
                .isEqualTo("\\# \\<b>\\*all\\* fine\\</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{% if incident %}never closed",
        "{{ incident.severety }}",
        "{{ incidentId | nosuchfilter }}",
        "{{ incidentId.getClass() }}",
        "{{ incidentId.class.forName('java.lang.Runtime') }}",
        "{{ timeline.stream() }}",
        "{% include \"postmortem.md\" %}",
        "{% include \"../../../etc/passwd\" %}",
        "{% for i in range(1, 2000000000) %}{% endfor %}"})
    void aTemplateThatCannotWorkIsRefusedWhenTheServerStarts(String broken) throws IOException {
        write("Half a page. " + broken);

        assertThatThrownBy(() -> new DocumentWriter(templates()).tried(PostmortemDocument.examples()))
                .isInstanceOf(TemplateRefusedException.class)
                .hasMessageContaining("postmortem.md");
    }

    @Test
    void aFileThatReplacesNothingIsRefused() throws IOException {
        Files.writeString(directory.resolve("postmortm.md"), "# {{ title }}");

        assertThatThrownBy(this::templates)
                .isInstanceOf(TemplateRefusedException.class)
                .hasMessageContaining("postmortm.md replaces no template; there is postmortem.md");
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Templates.of(NAMES, directory.resolve("nowhere")))
                .isInstanceOf(TemplateRefusedException.class)
                .hasMessageContaining("andon.postmortem.templates");
    }

    private String postmortem(String template) throws IOException {
        write(template);
        return new DocumentWriter(templates()).markdown(PostmortemDocument.examples().getLast());
    }

    private void write(String template) throws IOException {
        Files.writeString(directory.resolve(PostmortemDocument.TEMPLATE), template);
    }

    private Templates templates() {
        return Templates.of(NAMES, directory);
    }
}

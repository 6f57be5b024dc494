package dev.andon.command.retrospective;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.command.AddRetrospectiveNote;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddingARetrospectiveNoteTest {

    private final RuleFixture rule = RuleFixture.of(new AddingARetrospectiveNote());

    @ParameterizedTest
    @EnumSource(NoteKind.class)
    void aNoteHasAnAuthorUnlessSaidOtherwise(NoteKind kind) {
        rule.given(declared())
                .when(new AddRetrospectiveNote(INCIDENT, kind, "text", null))
                .records(new RetrospectiveNoteAdded(INCIDENT, kind, "text", false, NOW));
    }

    @Test
    void aFeelingMayBeAnonymous() {
        rule.given(declared())
                .when(new AddRetrospectiveNote(INCIDENT, NoteKind.FEELING, "Tired", true))
                .records(new RetrospectiveNoteAdded(INCIDENT, NoteKind.FEELING, "Tired", true, NOW));
    }

    @ParameterizedTest
    @EnumSource(value = NoteKind.class, names = "FEELING", mode = EnumSource.Mode.EXCLUDE)
    void noOtherNoteIsAnonymous(NoteKind kind) {
        rule.given(declared())
                .when(new AddRetrospectiveNote(INCIDENT, kind, "text", true))
                .isInvalidAt("/anonymous");
    }
}

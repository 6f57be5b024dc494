package dev.andon.command.panic;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Tag;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.PressPanicButton;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.PanicButtonPressed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Anybody may call for help at any time, and of all who call at once the first opens an incident and the others add to it.
 * That is decided on every incident of the service, for two people who see the same thing press in the same second, and
 * two incidents would get two half-hearted responses.
 */
public final class PressingThePanicButton implements Rule<PressPanicButton, PressingThePanicButton.Known> {

    /** Bad enough to wake somebody; whoever looks may say otherwise. */
    static final Severity UNTIL_SOMEBODY_LOOKS = Severity.SEV2;

    /** A boundary has room for some hundreds; what is older and still open is too old to be what somebody sees now. */
    static final int NEWEST = 100;

    private static final int TITLE_CHARACTERS = 200;

    /**
     * What the decision depends on.
     *
     * @param ongoing the incident to add to, if there is one
     */
    record Known(Drawn drawn, Optional<KnownIncident> ongoing) {}

    /** Whether somebody else has the new identifiers already. */
    record Drawn(boolean incidentTaken, boolean findingTaken) {}

    private record Started(Drawn drawn, List<IncidentId> incidents) {}

    @Override
    public Class<PressPanicButton> command() {
        return PressPanicButton.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(PressPanicButton command) {
        return drawn(command)
                .and(incidentsOf(command.service()), Started::new)
                .then(started -> each(started.incidents())
                        .then(incidents -> each(othersThatTheseGoOnIn(incidents))
                                .and(DecisionModel.startingWith(incidents), (others, own) -> new Known(
                                        started.drawn(),
                                        KnownIncident
                                                .worstOf(Stream.concat(own.stream(), others.stream()).toList())))));
    }

    private static DecisionModel<Drawn> drawn(PressPanicButton command) {
        return DecisionModel.whether(Tag.of(command.incidentId()), IncidentDeclared.class)
                .and(DecisionModel.whether(Tag.of(command.findingId()), FindingAdded.class), Drawn::new);
    }

    private static DecisionModel<List<IncidentId>> incidentsOf(String service) {
        return DecisionModel.startingWith(List.<IncidentId>of())
                .on(Tag.service(service), IncidentDeclared.class, (incidents, declared) -> Stream
                        .concat(Stream.of(declared.incidentId()), incidents.stream())
                        .limit(NEWEST)
                        .toList());
    }

    private static DecisionModel<List<KnownIncident>> each(List<IncidentId> incidents) {
        return DecisionModel.ofEach(incidents.stream().map(KnownIncident::of).toList());
    }

    private static List<IncidentId> othersThatTheseGoOnIn(List<KnownIncident> incidents) {
        List<IncidentId> own = incidents.stream().map(KnownIncident::id).toList();
        return incidents.stream()
                .flatMap(KnownIncident::mergedInto)
                .filter(other -> !own.contains(other))
                .distinct()
                .toList();
    }

    @Override
    public List<Event> decide(PressPanicButton command, Known known, Circumstances circumstances) {
        return known.ongoing()
                .map(incident -> added(command, known.drawn(), incident, circumstances))
                .orElseGet(() -> opened(command, known.drawn(), circumstances));
    }

    private static List<Event> opened(PressPanicButton command, Drawn drawn, Circumstances circumstances) {
        if (drawn.incidentTaken()) {
            throw new IdentifierTaken(command.incidentId());
        }
        String title = titleOf(command.text());
        return List.of(
                new IncidentDeclared(
                        command.incidentId(),
                        title,
                        UNTIL_SOMEBODY_LOOKS,
                        List.of(command.service()),
                        new Detection(
                                DetectionSource.PANIC_BUTTON, title.equals(command.text()) ? null : command.text()),
                        null,
                        null,
                        false,
                        circumstances.now()),
                new PanicButtonPressed(
                        command.incidentId(),
                        command.service(),
                        circumstances.actor().id(),
                        null,
                        PlainWords.opened(command.incidentId(), command.service()),
                        circumstances.now()));
    }

    private static List<Event> added(
            PressPanicButton command, Drawn drawn, KnownIncident incident, Circumstances circumstances) {
        if (drawn.findingTaken()) {
            throw new IdentifierTaken(command.findingId());
        }
        return List.of(
                new FindingAdded(
                        incident.id(),
                        command.findingId(),
                        FindingKind.OBSERVATION,
                        command.text(),
                        null,
                        null,
                        List.of(),
                        command.service(),
                        null,
                        Visibility.INTERNAL,
                        circumstances.now()),
                new PanicButtonPressed(
                        incident.id(),
                        command.service(),
                        circumstances.actor().id(),
                        command.findingId(),
                        PlainWords.added(incident, command.service()),
                        circumstances.now()));
    }

    /** One line, as a title is; what does not fit into it is kept as what was seen. */
    private static String titleOf(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= TITLE_CHARACTERS) {
            return line;
        }
        int end = TITLE_CHARACTERS - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

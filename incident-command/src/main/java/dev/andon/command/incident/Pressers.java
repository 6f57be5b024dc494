package dev.andon.command.incident;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.PanicButtonPressed;
import java.util.List;
import java.util.stream.Stream;

/** Who pressed the panic button, and what they are told if nothing was wrong: whoever is left alone with it does not press again. */
final class Pressers {

    private Pressers() {}

    /** Each of them once, whichever of these incidents it was for. */
    static DecisionModel<List<String>> of(List<IncidentId> incidents) {
        return DecisionModel.ofEach(incidents.stream().map(Pressers::of).toList())
                .and(DecisionModel.nothing(), (pressers, _) -> pressers.stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    private static DecisionModel<List<String>> of(IncidentId incidentId) {
        return DecisionModel.startingWith(List.<String>of())
                .on(incidentId.tag(), PanicButtonPressed.class, (pressers, pressed) -> Stream
                        .concat(pressers.stream(), Stream.of(pressed.pressedBy()))
                        .distinct()
                        .toList());
    }

    /** Without what it cost: that is for those who decide how much caution is worth. */
    static String toldThat(String reason) {
        return ("We have looked into it, and this time nothing was wrong (“%s”). It was right to press the button, for nobody "
                + "could know before somebody had looked. Please press it again whenever you are worried.")
                .formatted(reason.strip());
    }
}

package dev.andon.command.panic;

import dev.andon.kernel.IncidentId;

/** What somebody is told who pressed the panic button. Nothing in it needs to be looked up, and nothing is promised. */
final class PlainWords {

    private PlainWords() {}

    static String opened(IncidentId incidentId, String service) {
        return "What you wrote is recorded as %s. Nobody is in charge of it yet: %s %s".formatted(
                incidentId, tellSomebody(incidentId, service), sayMore(incidentId));
    }

    static String added(KnownIncident incident, String service) {
        return "This is known already, as %s%s What you wrote is added to it. %s %s".formatted(
                incident.id(),
                incident.isMitigated() ? ", and it should be getting better." : ".",
                incident.commander()
                        .map(commander -> "%s is in charge, and you need do nothing else.".formatted(commander))
                        .orElseGet(() -> "Nobody is in charge of it yet: " + tellSomebody(incident.id(), service)),
                sayMore(incident.id()));
    }

    private static String tellSomebody(IncidentId incidentId, String service) {
        return "if you can reach somebody who looks after %s, tell them about %s.".formatted(service, incidentId);
    }

    private static String sayMore(IncidentId incidentId) {
        return "If you see more, write again in the same way: as long as %s goes on, it is added there."
                .formatted(incidentId);
    }
}

package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.capitalised;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.sentence;

import dev.andon.kernel.DetectionSource;
import dev.andon.query.incidents.Incident;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Sentences;
import java.time.Duration;

/** The paragraphs of the postmortem that are made of several events. They hold what people wrote, not yet escaped. */
final class Narrative {

    private Narrative() {}

    static String summary(Incident incident, DisplayZone zone) {
        var text = new StringBuilder("On %s, %s was declared on %s: %s".formatted(
                zone.moment(incident.declaredAt()), incident.drill() ? "a drill" : "an incident",
                list(incident.services()),
                sentence(incident.title())));
        var written = incident.summary();
        if (written != null) {
            text.append(' ').append(sentence(written));
        }
        var resolvedAt = incident.resolvedAt();
        var resolution = incident.resolution();
        var falseAlarm = incident.falseAlarm();
        var mergedInto = incident.mergedInto();
        if (falseAlarm != null) {
            text.append(" It was a false alarm: %s".formatted(sentence(falseAlarm.reason())));
        } else if (mergedInto != null) {
            text.append(" It was merged into %s.".formatted(mergedInto));
        } else if (resolvedAt == null || resolution == null) {
            text.append(" It is not resolved yet.");
        } else {
            text.append(" It was resolved on %s: %s".formatted(zone.moment(resolvedAt), sentence(resolution)));
        }
        return text.toString();
    }

    /** Whether people found it before the alerts did, and how long that took. */
    static String detection(Incident incident) {
        DetectionSource source = incident.detection().source();
        var text = new StringBuilder(
                sentence("Found through " + Sentences.detection(incident.detection())));
        if (incident.detectionGap()) {
            text.append(" This is a detection gap: ")
                    .append("somebody outside engineering noticed before any alert did.");
        } else if (source == DetectionSource.ENGINEER) {
            text.append(" An engineer noticed before any alert did.");
        } else {
            text.append(" Monitoring noticed before any person reported it.");
        }
        Duration late = incident.durations().timeToDetect().value();
        var impact = incident.impactStartedAt();
        if (late != null) {
            text.append(" Customers had been hurt for %s by then.".formatted(duration(late)));
        } else if (impact != null) {
            text.append(" %s before customers were hurt."
                    .formatted(capitalised("That was " + duration(Duration.between(incident.declaredAt(), impact)))));
        }
        return text.toString();
    }
}

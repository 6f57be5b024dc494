package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.document.Chart.Bar;
import dev.andon.query.document.Chart.Kind;
import dev.andon.query.document.Chart;
import dev.andon.query.incidents.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The incident at a glance: impact, how long everything took, what was suspected and tried, each as a bar on one scale. */
final class Drawing {

    /** More than this on one page is no glance. */
    private static final int MOST_OF_A_KIND = 12;

    private final List<Bar> bars = new ArrayList<>();
    private final Instant now;

    private Drawing(Instant now) {
        this.now = now;
    }

    /** Nothing if all that is known is one moment. */
    static @Nullable Chart of(Postmortem postmortem, Instant now) {
        var drawing = new Drawing(now);
        drawing.impact(postmortem.incident());
        drawing.durations(postmortem.incident());
        drawing.suspicions(postmortem.hypotheses());
        drawing.attempts(postmortem.attempts());
        drawing.moments(postmortem.keyMoments());
        return drawing.chart();
    }

    private @Nullable Chart chart() {
        if (bars.isEmpty()) {
            return null;
        }
        Instant from = bars.stream().map(Bar::from).min(Comparator.naturalOrder()).orElseThrow();
        Instant to = bars.stream()
                .flatMap(bar -> Stream.concat(Stream.of(bar.from()), Stream.ofNullable(bar.to())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return from.isBefore(to) ? new Chart(from, to, bars) : null;
    }

    private void impact(Incident incident) {
        incident.impact().stream().limit(MOST_OF_A_KIND).forEach(window -> {
            var to = window.to();
            bar("Impact on " + list(window.services()), Kind.IMPACT, window.from(), to,
                    "%d %%%s".formatted(window.degradedPercent(), to == null ? ", not over yet" : ""));
        });
    }

    private void durations(Incident incident) {
        Instant started = incident.impactStartedAt();
        measured("To detect", started, incident.declaredAt());
        measured("To mitigate", started, incident.mitigatedAt());
        measured("To resolve", started, incident.resolvedAt());
    }

    private void measured(String label, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !to.isBefore(from)) {
            bar(label, Kind.DURATION, from, to, duration(Duration.between(from, to)));
        }
    }

    private void suspicions(List<Hypothesis> hypotheses) {
        hypotheses.stream().limit(MOST_OF_A_KIND).forEach(hypothesis -> {
            var verdict = hypothesis.verdict();
            var at = hypothesis.assessedAt();
            bar(hypothesis.findingId() + " suspected", Kind.SUSPICION, hypothesis.suspectedAt(),
                    at == null ? hypothesis.suspectedAt() : at, verdict == null ? "not assessed" : words(verdict));
        });
    }

    private void attempts(List<Attempt> attempts) {
        attempts.stream().limit(MOST_OF_A_KIND).forEach(attempt -> {
            Duration took = attempt.took();
            String effect = attempt.effect();
            bar(attempt.what(), Kind.ATTEMPT, attempt.at(), took == null ? null : attempt.at().plus(took),
                    effect == null ? "no outcome recorded" : effect);
        });
    }

    private void moments(List<KeyMoment> moments) {
        moments.stream().limit(MOST_OF_A_KIND).forEach(moment -> {
            var phase = moment.phase();
            bar(moment.what(), Kind.MOMENT, moment.at(), null, phase == null ? "" : words(phase));
        });
    }

    private void bar(String label, Kind kind, Instant from, @Nullable Instant to, String note) {
        Instant end = to == null && kind == Kind.IMPACT ? now : to;
        bars.add(new Bar(label, kind, from, end == null || end.isBefore(from) ? null : end, note));
    }
}

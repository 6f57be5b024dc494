package dev.andon.query;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.kernel.json.AndonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A shipped sample as the events that importing it records, with ids that are the same each time. It reads only what the
 * samples use; the real import is tested where it lives.
 */
public final class Sample {

    private static final Instant IMPORTED_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final History history = new History();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, RolledBackChange> changes = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private Severity severity = Severity.SEV4;
    private Instant now = Instant.EPOCH;

    private Sample() {}

    public static History gitlab() {
        return read("gitlab-2017-01-31.ndjson");
    }

    public static History operationallyExcellentTeam() {
        return read("operationally-excellent-team.ndjson");
    }

    private static History read(String file) {
        var sample = new Sample();
        try {
            for (String line : Files.readAllLines(Path.of("../samples").resolve(file))) {
                sample.add(AndonJson.mapper().readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sample.history;
    }

    private void add(JsonNode line) {
        JsonNode body = line.get("body");
        Event event = event(line.get("post").stringValue().split("/"), body, instantOr(body, now), line);
        var metadata = Map.of(EventMetadata.ACTOR, "local", EventMetadata.CHANNEL, "IMPORT");
        // A line without a time happened when the line before it did.
        now = event.occurredAt();
        history.then(event, IMPORTED_AT.plusMillis(history.recorded().size()), metadata);
    }

    private Event event(String[] path, JsonNode body, Instant at, JsonNode line) {
        String what = path.length > 3 ? path[1] + "/" + path[3] + "/" + path[path.length - 1] : path[1];
        return switch (what) {
            case "services" -> new ServiceRegistered(
                    text(body, "name"), optional(body, "owner"), body.get("availabilityObjective").doubleValue(), null,
                    null, at);
            case "changes" -> change(body, at, new ChangeId(named(line, "CHG-")));
            case "problems" -> new ProblemOpened(
                    new ProblemId(named(line, "PRB-")), text(body, "title"), texts(body, "services"),
                    RootCauseCategory.valueOf(text(body, "rootCauseCategory")), at);
            case "problems/incidents/incidents" -> new IncidentLinkedToProblem(
                    new ProblemId(id(path[2])), incident(text(body, "incidentId")), at);
            case "incidents" -> declared(body, at, new IncidentId(named(line, "INC-")));
            case "incidents/roles/roles" -> new RoleAssigned(
                    incident(path[2]), Role.valueOf(text(body, "role")), text(body, "assignee"), at);
            case "incidents/severity/severity" -> severity(body, at, incident(path[2]));
            case "incidents/findings/findings" -> new FindingAdded(
                    incident(path[2]), new FindingId(named(line, "F-")), FindingKind.valueOf(text(body, "kind")),
                    text(body, "text"), body.has("about") ? new FindingId(id(text(body, "about"))) : null,
                    body.has("supports") ? body.get("supports").booleanValue() : null, List.of(),
                    optional(body, "service"), null, Visibility.INTERNAL, at);
            case "incidents/findings/assessments" -> new HypothesisAssessed(
                    incident(path[2]), new FindingId(id(path[4])), Verdict.valueOf(text(body, "verdict")),
                    text(body, "reason"), at);
            case "incidents/mitigations/mitigations" -> new MitigationApplied(
                    incident(path[2]), text(body, "description"), MitigationEffect.valueOf(text(body, "effect")),
                    optional(body, "service"), at);
            case "incidents/impacts/impacts" -> new ImpactRecorded(
                    incident(path[2]), texts(body, "services"), Instant.parse(text(body, "from")),
                    instant(body, "to"), body.get("degradedPercent").intValue(), optional(body, "description"),
                    Instant.parse(text(body, "from")));
            case "incidents/rollbacks/rollbacks" ->
                rollback(body, at, incident(path[2]), new RollbackId(named(line, "RB-")));
            case "incidents/rollbacks/outcome" -> new RollbackCompleted(
                    incident(path[2]), new RollbackId(id(path[4])), RollbackOutcome.valueOf(text(body, "outcome")),
                    optional(body, "note"), at);
            case "incidents/rollbacks/reapplication" -> new ChangeReapplied(
                    incident(path[2]), new RollbackId(id(path[4])), text(body, "reason"), at);
            case "incidents/updates/updates" -> new StakeholderUpdatePosted(
                    incident(path[2]), text(body, "audience"), text(body, "message"), optional(body, "channel"),
                    instant(body, "nextUpdateDueAt"), at);
            case "incidents/resolution/resolution" -> new IncidentResolved(
                    incident(path[2]), text(body, "summary"), instant(body, "impactEndedAt"), at);
            case "incidents/five-whys/owner" -> new FiveWhysOwnerAssigned(
                    incident(path[2]), text(body, "owner"), instant(body, "dueAt"), at);
            case "incidents/five-whys/answers" -> new WhyAnswered(
                    incident(path[2]), new AnswerId(named(line, "W-")), text(body, "question"), text(body, "answer"),
                    body.has("under") ? new AnswerId(id(text(body, "under"))) : null,
                    texts(body, "cites").stream().map(this::id).map(FindingId::new).toList(), at);
            case "incidents/five-whys/root-causes" -> new RootCauseIdentified(
                    incident(path[2]), text(body, "statement"), RootCauseCategory.valueOf(text(body, "category")),
                    new AnswerId(id(text(body, "under"))), at);
            case "incidents/five-whys/completion" -> new FiveWhysCompleted(
                    incident(path[2]), optional(body, "summary"), at);
            case "incidents/action-items/action-items" -> new ActionItemProposed(
                    incident(path[2]), new ActionItemId(named(line, "ACT-")), text(body, "title"),
                    ActionItemKind.valueOf(text(body, "kind")), optional(body, "owner"), instant(body, "dueAt"), at);
            case "action-items/votes/votes" -> new ActionItemVoteCast(
                    new IncidentId("INC-1"), new ActionItemId(id(path[2])), "local", body.get("score").intValue(),
                    optional(body, "comment"), at);
            case "action-items/cancellation/cancellation" -> new ActionItemCancelled(
                    new IncidentId("INC-1"), new ActionItemId(id(path[2])), text(body, "reason"), at);
            case "incidents/retrospective/notes" -> new RetrospectiveNoteAdded(
                    incident(path[2]), NoteKind.valueOf(text(body, "kind")), text(body, "text"),
                    body.has("anonymous"), at);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Event change(JsonNode body, Instant at, ChangeId change) {
        Duration planned = body.has("rollbackPlan")
                ? Duration.parse(text(body.get("rollbackPlan"), "estimatedDuration"))
                : null;
        var described = new RolledBackChange(
                text(body, "service"), text(body, "version"), text(body, "description"), planned);
        changes.put(change.value(), described);
        return new ChangeRegistered(
                change, described.service(), described.version(), described.description(),
                planned == null ? null : new RollbackPlan(texts(body.get("rollbackPlan"), "steps"), planned, null), at);
    }

    private Event declared(JsonNode body, Instant at, IncidentId incident) {
        JsonNode detection = body.get("detection");
        severity = Severity.valueOf(text(body, "severity"));
        return new IncidentDeclared(
                incident, text(body, "title"), severity, texts(body, "services"),
                new Detection(DetectionSource.valueOf(text(detection, "source")), optional(detection, "detail")),
                instant(body, "impactStartedAt"), optional(body, "summary"), false, at);
    }

    private Event severity(JsonNode body, Instant at, IncidentId incident) {
        Severity before = severity;
        severity = Severity.valueOf(text(body, "severity"));
        return new SeverityChanged(incident, before, severity, optional(body, "reason"), at);
    }

    private Event rollback(JsonNode body, Instant at, IncidentId incident, RollbackId rollback) {
        JsonNode described = body.get("change");
        ChangeId changeId = described == null ? new ChangeId(id(text(body, "changeId"))) : null;
        RolledBackChange change = described == null
                ? Objects.requireNonNull(changes.get(id(text(body, "changeId"))))
                : new RolledBackChange(
                        text(described, "service"), text(described, "version"), text(described, "description"), null);
        return new RollbackStarted(incident, rollback, changeId, change, text(body, "reason"), at);
    }

    private String named(JsonNode line, String prefix) {
        int number = counters.merge(prefix, 1, Integer::sum);
        String id = prefix.length() == 4
                ? prefix + number
                : prefix + "00" + SYMBOLS.charAt(number / 32) + SYMBOLS.charAt(number % 32);
        if (line.has("as")) {
            ids.put("$" + text(line, "as"), id);
        }
        return id;
    }

    private IncidentId incident(String name) {
        return new IncidentId(id(name));
    }

    private String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private static Instant instantOr(JsonNode body, Instant now) {
        for (String time : List.of("deployedAt", "startedAt", "completedAt", "reappliedAt", "occurredAt")) {
            Instant given = instant(body, time);
            if (given != null) {
                return given;
            }
        }
        return now;
    }

    private static @Nullable Instant instant(JsonNode body, String field) {
        return body.has(field) ? Instant.parse(text(body, field)) : null;
    }

    private static String text(JsonNode body, String field) {
        return body.get(field).stringValue();
    }

    private static @Nullable String optional(JsonNode body, String field) {
        return body.has(field) ? text(body, field) : null;
    }

    private static List<String> texts(JsonNode body, String field) {
        return body.has(field) ? body.get(field).valueStream().map(JsonNode::stringValue).toList() : List.of();
    }
}

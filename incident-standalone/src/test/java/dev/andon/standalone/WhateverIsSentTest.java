package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.AllRules;
import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Actor;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.AssignFiveWhysOwner;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.command.CompleteFiveWhys;
import dev.andon.kernel.command.CompleteRollback;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.command.IdentifyRootCause;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is sent about three incidents, in whatever order: what is recorded fits what was recorded before, and readers
 * see the lives that the rules know of. The rules and the read models each work out an incident's status for themselves.
 */
class WhateverIsSentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<IncidentId> INCIDENTS = List.of(IncidentId.of(1), IncidentId.of(2), IncidentId.of(3));
    private static final EventCodec CODEC = new EventCodec();

    private final List<Event> log = new ArrayList<>();

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void readersSeeTheLivesThatTheRulesAllow(@ForAll("commands") List<Command> commands) {
        log.clear();
        INCIDENTS.forEach(incident -> assertThat(isAccepted(declared(incident))).isTrue());
        var lives = new LivesOfIncidents(INCIDENTS);

        for (Command command : commands) {
            int before = log.size();
            boolean accepted = isAccepted(command);
            if (!accepted && command instanceof CloseIncident close && close.reason() == null) {
                continue;
            }
            if (isStep(command)) {
                assertThat(accepted).as("%s after %s", command, log).isEqualTo(lives.takes(command));
            }
            assertThat(log.subList(before, log.size())).allSatisfy(event -> isSound(event, lives));
        }

        Map<DocumentKey, IncidentDocument> documents = documents();
        assertThat(INCIDENTS).allSatisfy(incident -> {
            Incident read = Incident.of(Objects.requireNonNull(documents.get(DocumentKey.single(incident.value()))))
                    .orElseThrow();
            assertThat(read.status()).as("%s after %s", incident, log).isEqualTo(lives.statusOf(incident));
            assertThat(read.mergedInto()).isEqualTo(lives.mergedInto(incident).orElse(null));
            assertThat(read.version()).isEqualTo(1 + log.lastIndexOf(lastAbout(incident)));
        });
    }

    private static void isSound(Event event, LivesOfIncidents lives) {
        switch (event) {
            case FindingAdded finding -> assertThat(lives.takesEntries(finding.incidentId())).isTrue();
            case RoleAssigned assigned -> assertThat(lives.takesEntries(assigned.incidentId())).isTrue();
            case RollbackStarted started -> assertThat(lives.takesEntries(started.incidentId())).isTrue();
            case IncidentClosed closed -> assertThat(closed.reason() != null || closed.leftOpen().isEmpty()).isTrue();
            case IncidentMerged merged -> assertThat(lives.mergedInto(merged.into())).as("a chain").isEmpty();
            default -> assertThat(event).isInstanceOf(IncidentEvent.class);
        }
    }

    /** Records what follows, as it will be read from the log again; nothing if a rule says no. */
    private boolean isAccepted(Command command) {
        try {
            decide(ruleFor(command), command).forEach(event -> log.add(CODEC.read(
                    EventCodec.nameOf(event.getClass()), EventCodec.versionOf(event.getClass()), CODEC.write(event))));
            return true;
        } catch (Refused | NotFound | Invalid | IdentifierTaken refusal) {
            return false;
        }
    }

    private static Rule<?, ?> ruleFor(Command command) {
        return AllRules.list().stream().filter(rule -> rule.command().isInstance(command)).findFirst().orElseThrow();
    }

    private <C extends Command, S> List<Event> decide(Rule<C, S> rule, Command sent) {
        C command = Objects.requireNonNull(rule.command().cast(sent));
        return rule.decide(
                command, rule.knowledgeFor(command).after(log), new Circumstances(NOW, new Actor("alice", null)));
    }

    private Event lastAbout(IncidentId incident) {
        return log.reversed().stream()
                .filter(event -> ((IncidentEvent) event).incidents().contains(incident))
                .findFirst()
                .orElseThrow();
    }

    private Map<DocumentKey, IncidentDocument> documents() {
        var projection = new IncidentsProjection();
        var documents = new HashMap<DocumentKey, IncidentDocument>();
        for (int i = 0; i < log.size(); i++) {
            var recorded = new Recorded(i + 1, NOW, Map.of(), log.get(i));
            for (DocumentKey key : projection.keysOf(recorded)) {
                documents.put(key, projection.apply(documents.get(key), key, recorded));
            }
        }
        return documents;
    }

    private static boolean isStep(Command command) {
        return switch (command) {
            case MitigateIncident _,ResolveIncident _,ReopenIncident _,CloseIncident _,MarkFalseAlarm _ -> true;
            case MergeIncident _ -> true;
            default -> false;
        };
    }

    private static DeclareIncident declared(IncidentId incident) {
        return new DeclareIncident(
                incident, "title", Severity.SEV2, List.of("checkout"), new Detection(DetectionSource.ALERT, null), null,
                null, null, null);
    }

    @Provide
    static Arbitrary<List<Command>> commands() {
        return Combinators
                .combine(Arbitraries.of(INCIDENTS), Arbitraries.of(INCIDENTS), Arbitraries.integers().between(0, 3))
                .flatAs((one, other, number) -> Arbitraries.of(about(one, other, number)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static List<Command> about(IncidentId one, IncidentId other, int number) {
        var rollback = new RollbackId("RB-000" + number);
        var item = ActionItemId.of(1 + number);
        return List.of(
                new MitigateIncident(one, null, null),
                new ResolveIncident(one, "over", null, null),
                new ReopenIncident(one, "again", null),
                new CloseIncident(one, null, null),
                new CloseIncident(one, "nobody is left", null),
                new MarkFalseAlarm(one, "a probe", null, null),
                new MergeIncident(one, other, null),
                new AddFinding(
                        one, new FindingId("F-000" + number), FindingKind.OBSERVATION, "text", null, null, null,
                        List.of(),
                        null, null, null),
                new AssignRole(one, Role.SCRIBE, "bob", null),
                new ReleaseRole(one, Role.SCRIBE, "bob", null),
                new StartRollback(
                        one, rollback, null, new RolledBackChange("checkout", "1", "d", null), "reason", null),
                new CompleteRollback(one, rollback, RollbackOutcome.EFFECTIVE, null, null),
                new AssignFiveWhysOwner(one, "alice", null),
                new IdentifyRootCause(one, "statement", RootCauseCategory.PROCESS, null),
                new CompleteFiveWhys(one, null),
                new ProposeActionItem(one, item, "title", ActionItemKind.PREVENT, null, null),
                new VoteOnActionItem(item, number == 0 ? 0 : 4, null),
                new CompleteActionItem(item, null),
                new WaivePostmortem(one, "reason"),
                new PublishPostmortem(one));
    }
}

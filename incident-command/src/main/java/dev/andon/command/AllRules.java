package dev.andon.command;

import dev.andon.command.actionitem.AssigningAnActionItem;
import dev.andon.command.actionitem.CancellingAnActionItem;
import dev.andon.command.actionitem.CompletingAnActionItem;
import dev.andon.command.actionitem.ProposingAnActionItem;
import dev.andon.command.actionitem.VotingOnAnActionItem;
import dev.andon.command.apikey.CreatingAnApiKey;
import dev.andon.command.apikey.RevokingAnApiKey;
import dev.andon.command.change.RegisteringAChange;
import dev.andon.command.decision.Rule;
import dev.andon.command.entry.CorrectingAnEntry;
import dev.andon.command.entry.RetractingAnEntry;
import dev.andon.command.finding.AddingAFinding;
import dev.andon.command.finding.AssessingAHypothesis;
import dev.andon.command.fivewhys.AnsweringAWhy;
import dev.andon.command.fivewhys.AssigningAFiveWhysOwner;
import dev.andon.command.fivewhys.CompletingTheFiveWhys;
import dev.andon.command.fivewhys.IdentifyingARootCause;
import dev.andon.command.incident.AssigningARole;
import dev.andon.command.incident.ChangingTheSeverity;
import dev.andon.command.incident.DeclaringAnIncident;
import dev.andon.command.incident.MitigatingAnIncident;
import dev.andon.command.incident.RecordingImpact;
import dev.andon.command.incident.ReopeningAnIncident;
import dev.andon.command.incident.ResolvingAnIncident;
import dev.andon.command.mitigation.ApplyingAMitigation;
import dev.andon.command.problem.LinkingAnIncidentToAProblem;
import dev.andon.command.problem.OpeningAProblem;
import dev.andon.command.retrospective.AddingARetrospectiveNote;
import dev.andon.command.rollback.CompletingARollback;
import dev.andon.command.rollback.ReapplyingAChange;
import dev.andon.command.rollback.StartingARollback;
import dev.andon.command.service.RegisteringAService;
import dev.andon.command.update.PostingAStakeholderUpdate;
import java.util.List;

/** Every rule there is, in the language's order. A command without a rule here could be sent and never decided. */
public final class AllRules {

    private AllRules() {}

    public static List<Rule<?, ?>> list() {
        return List.of(
                new DeclaringAnIncident(),
                new ChangingTheSeverity(),
                new AssigningARole(),
                new AddingAFinding(),
                new AssessingAHypothesis(),
                new CorrectingAnEntry(),
                new RetractingAnEntry(),
                new RecordingImpact(),
                new RegisteringAChange(),
                new StartingARollback(),
                new CompletingARollback(),
                new ReapplyingAChange(),
                new ApplyingAMitigation(),
                new PostingAStakeholderUpdate(),
                new MitigatingAnIncident(),
                new ResolvingAnIncident(),
                new ReopeningAnIncident(),
                new AssigningAFiveWhysOwner(),
                new AnsweringAWhy(),
                new IdentifyingARootCause(),
                new CompletingTheFiveWhys(),
                new ProposingAnActionItem(),
                new VotingOnAnActionItem(),
                new AssigningAnActionItem(),
                new CompletingAnActionItem(),
                new CancellingAnActionItem(),
                new AddingARetrospectiveNote(),
                new OpeningAProblem(),
                new LinkingAnIncidentToAProblem(),
                new RegisteringAService(),
                new CreatingAnApiKey(),
                new RevokingAnApiKey());
    }
}

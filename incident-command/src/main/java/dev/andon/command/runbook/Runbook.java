package dev.andon.command.runbook;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One runbook with all its versions: whoever was following an older one when a newer one came has not done wrong. */
record Runbook(List<RunbookPublished> versions) {

    static DecisionModel<Runbook> of(RunbookId runbookId) {
        return DecisionModel.startingWith(new Runbook(List.of()))
                .on(runbookId.tag(), RunbookPublished.class, (runbook, published) -> new Runbook(
                        Stream.concat(runbook.versions().stream(), Stream.of(published)).toList()));
    }

    boolean isPublished() {
        return !versions.isEmpty();
    }

    RunbookPublished latest() {
        return versions.getLast();
    }

    Optional<RunbookPublished> version(int number) {
        return versions.stream().filter(published -> published.version() == number).findFirst();
    }
}

package dev.andon.command.postmortem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.WritePostmortemSection;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PostmortemSectionWritten;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A section is written on top of its latest version. Two authors who begin with the same version would otherwise each
 * delete what the other wrote, and neither would notice.
 */
public final class WritingAPostmortemSection
        implements
            Rule<WritePostmortemSection, WritingAPostmortemSection.Known> {

    private static final int FROM_EVENTS = 0;

    /** What the decision depends on. */
    public record Known(KnownPostmortem postmortem, Optional<PostmortemSectionWritten> latest) {

        private int version() {
            return latest.map(PostmortemSectionWritten::version).orElse(FROM_EVENTS);
        }
    }

    @Override
    public Class<WritePostmortemSection> command() {
        return WritePostmortemSection.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(WritePostmortemSection command) {
        return KnownPostmortem.of(command.incidentId()).and(latestOf(command), Known::new);
    }

    private static DecisionModel<Optional<PostmortemSectionWritten>> latestOf(WritePostmortemSection command) {
        Set<Tag> section = Set.of(command.incidentId().tag(), Tag.section(command.section()));
        return DecisionModel.startingWith(Optional.<PostmortemSectionWritten>empty())
                .on(section, PostmortemSectionWritten.class, (_, written) -> Optional.of(written));
    }

    @Override
    public List<Event> decide(WritePostmortemSection command, Known known, Circumstances circumstances) {
        known.postmortem().requireChangeable();
        if (Objects.requireNonNullElse(command.baseVersion(), FROM_EVENTS) != known.version()) {
            throw changed(command, known);
        }
        return List.of(new PostmortemSectionWritten(
                command.incidentId(),
                command.section(),
                known.version() + 1,
                circumstances.actor().id(),
                command.markdown(),
                circumstances.now()));
    }

    private static Refused changed(WritePostmortemSection command, Known known) {
        var state = new HashMap<String, Object>(Map.of(
                "incidentId", command.incidentId(), "section", command.section(), "version", known.version()));
        known.latest().ifPresent(latest -> {
            state.put("author", latest.author());
            state.put("writtenAt", latest.occurredAt());
        });
        return new Refused(
                Refusal.SECTION_CHANGED,
                known.latest()
                        .map(latest -> "%s is at version %d, which %s wrote at %s".formatted(
                                latest.section(), latest.version(), latest.author(), latest.occurredAt()))
                        .orElseGet(() -> "Nobody has written %s yet; its version is 0".formatted(command.section())),
                state);
    }
}

package dev.andon.query.timeline;

import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RollbackStarted;
import java.util.ArrayList;
import java.util.List;

/**
 * One incident's entries, one after the other, each as it read when it was recorded: what corrects it follows as an entry of
 * its own. So an entry reads the same whenever it is told, and whoever was told of it before need not be told again.
 */
public final class AsRecorded {

    /** The events that give a short id its name, and those that may change it. */
    public static final List<Class<? extends IncidentEvent>> NAMING = List.of(
            FindingAdded.class, RollbackStarted.class, ActionItemProposed.class, EntryCorrected.class,
            EntryRetracted.class);

    private final List<Entry> naming = new ArrayList<>();
    private Names names = Names.in(Timeline.of(List.of()));

    /** The next entry by position. */
    public TimelineDocument.Line next(Entry entry) {
        learn(entry);
        return TimelineDocument.asRecorded(entry, new Sentences(names));
    }

    /** The same for an entry that nobody needs to be told of. */
    public void learn(Entry entry) {
        IncidentEvent event = entry.event();
        if (NAMING.stream().noneMatch(type -> type.isInstance(event))) {
            return;
        }
        naming.add(entry);
        if (event instanceof EntryCorrected || event instanceof EntryRetracted) {
            names = Names.in(Timeline.of(naming));
        } else {
            names.learn(event);
        }
    }
}

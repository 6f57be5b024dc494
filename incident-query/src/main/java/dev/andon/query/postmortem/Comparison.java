package dev.andon.query.postmortem;

import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.List;

/**
 * What people wrote beside what the events say now. A text is not out of date because something was recorded since, but its
 * author should know; so nothing is ever written over, and whoever reads is told what the text cannot know.
 */
record Comparison(List<Entry> entries, Timeline timeline, Viewpoint viewpoint, DisplayZone zone, Postmortem now) {

    Manuscript.Written compared(Manuscript.Written written) {
        List<Long> newer = new Sources(timeline).newer(written.section(), written.position());
        return written.compared(newer, !newer.isEmpty() && differs(written));
    }

    private boolean differs(Manuscript.Written written) {
        var then = new Viewpoint(written.position(), viewpoint.now(), viewpoint.asOf());
        Postmortem before = Postmortem.fromEvents(Timeline.of(entries, then), then, List.of(), zone);
        return !before.part(written.section()).equals(now.part(written.section()));
    }
}

package dev.andon.query;

import dev.andon.apidocs.Operation;
import dev.andon.apidocs.Part;
import dev.andon.apidocs.Schemas;
import dev.andon.query.apikeys.ApiKeyController;
import dev.andon.query.changes.ChangesController;
import dev.andon.query.http.Question;
import dev.andon.query.incidents.IncidentController;
import dev.andon.query.panic.PanicController;
import dev.andon.query.postmortem.PostmortemController;
import dev.andon.query.recurringproblems.ProblemController;
import dev.andon.query.replay.ReplayController;
import dev.andon.query.timeline.TimelineController;
import dev.andon.query.timeline.WholeTimelineController;
import java.util.List;
import java.util.stream.Stream;

/** All that can be asked. */
final class QueryPart implements Part {

    private static final List<Question> QUESTIONS = Stream.of(
            IncidentController.QUESTIONS, TimelineController.QUESTIONS, WholeTimelineController.QUESTIONS,
            ReplayController.QUESTIONS, ChangesController.QUESTIONS,
            PostmortemController.QUESTIONS,
            ProblemController.QUESTIONS, ApiKeyController.QUESTIONS, PanicController.QUESTIONS)
            .flatMap(List::stream)
            .toList();

    @Override
    public List<Tag> tags() {
        return QUESTIONS.stream()
                .map(Question::tag)
                .distinct()
                .map(tag -> new Tag(tag, "What is asked."))
                .toList();
    }

    @Override
    public List<Operation> operations(Schemas schemas) {
        return QUESTIONS.stream().map(question -> question.operation(schemas)).toList();
    }
}

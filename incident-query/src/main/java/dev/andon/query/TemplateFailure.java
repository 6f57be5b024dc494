package dev.andon.query;

import dev.andon.query.document.TemplateRefusedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which template cannot be used, without the hundred lines of where. */
final class TemplateFailure extends AbstractFailureAnalyzer<TemplateRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TemplateRefusedException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Put the file right, or take it out of the directory that andon.postmortem.templates names.", cause);
    }
}

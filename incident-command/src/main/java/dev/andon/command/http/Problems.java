package dev.andon.command.http;

import dev.andon.command.axon.LogUnreadable;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NoVersionToExpect;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.VersionMismatch;
import dev.andon.command.dispatch.IdempotencyKeyReused;
import dev.andon.command.dispatch.TooMuchContention;
import dev.andon.eventstore.CommitOutcomeUnknownException;
import dev.andon.eventstore.CommitTooLargeException;
import dev.andon.eventstore.HeadMovedException;
import dev.andon.eventstore.NotStoredException;
import dev.andon.eventstore.TooManyAppendsException;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.server.ResponseStatusException;

/** Every way in which a command can end badly, and what the caller is told. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ProblemDetails of(Throwable failure, Correlation correlation) {
        return switch (failure) {
            case MalformedRequest malformed -> malformed.problem();
            case Invalid invalid -> ProblemDetails.invalid(invalid.fields().stream()
                    .map(field -> new BadField(field.pointer(), field.detail()))
                    .toList());
            case NotFound notFound -> ProblemDetails.notFound(notFound.kind(), wordsOf(notFound) + ".");
            case Refused refused -> ProblemDetails.of(
                    409, refused.refusal().type(), titleOf(refused), adviceOf(refused))
                    .with(new TreeMap<>(refused.state()));
            case VersionMismatch mismatch -> ProblemDetails.of(
                    412, "version-mismatch", "The incident has changed", wordsOf(mismatch))
                    .with(new TreeMap<>(Map.of(
                            "incidentId", mismatch.incidentId(), "version", mismatch.presentVersion())));
            case NoVersionToExpect expected -> ProblemDetails.invalid(List.of(new BadField(
                    BadField.inHeader(HttpHeaders.IF_MATCH),
                    "cannot be met here; leave it out. " + wordsOf(expected))));
            case IdempotencyKeyReused reused -> ProblemDetails.of(
                    422, "idempotency-key-reused", "The Idempotency-Key was used before", wordsOf(reused));
            case TooMuchContention contention -> ProblemDetails.of(
                    503, "too-much-contention", "Others were faster", wordsOf(contention));
            case TooManyAppendsException busy -> ofTheStore(busy, correlation, ProblemDetails.of(
                    503, "too-busy", "Too much at once",
                    "Nothing was recorded. Send it again, after Retry-After seconds."));
            case LogUnreadable unreadable -> notStored(unreadable, correlation);
            case NotStoredException notStored -> notStored(notStored, correlation);
            case HeadMovedException outrun -> notStored(outrun, correlation);
            case CommitOutcomeUnknownException unknown -> ofTheStore(unknown, correlation, ProblemDetails.of(
                    503, "outcome-unknown", "Nobody can say yet whether it was recorded",
                    "The store did not answer in time, so the command may have been recorded. With the same "
                            + "Idempotency-Key it is safe to send it again; without one, look before you do."));
            case DataBufferLimitException _ -> ProblemDetails.ofStatus(413);
            case CommitTooLargeException tooLarge -> ProblemDetails.of(
                    413, "content-too-large", "The command is too large", wordsOf(tooLarge));
            case InvalidMediaTypeException _ -> ProblemDetails.ofStatus(415);
            case ResponseStatusException refused -> ProblemDetails.ofStatus(refused.getStatusCode().value());
            default -> defect(failure, correlation);
        };
    }

    private static String wordsOf(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** A refusal's sentence says what is so and, behind the semicolon, what to do. */
    private static String titleOf(Refused refused) {
        String sentence = refused.refusal().sentence();
        int end = sentence.indexOf(';');
        return end < 0 ? sentence : sentence.substring(0, end);
    }

    private static String adviceOf(Refused refused) {
        String particulars = wordsOf(refused);
        String sentence = refused.refusal().sentence();
        return particulars.equals(sentence) ? sentence : particulars.replaceFirst("\\.$", "") + ". " + sentence;
    }

    private static ProblemDetails notStored(Throwable failure, Correlation correlation) {
        return ofTheStore(failure, correlation, ProblemDetails.of(
                503, "store-unavailable", "The store does not answer",
                "Nothing was recorded. Send it again, after Retry-After seconds."));
    }

    private static ProblemDetails ofTheStore(Throwable failure, Correlation correlation, ProblemDetails problem) {
        correlation.run(() -> LOG.warn("{}: {} ({})", problem.title(), failure.getMessage(), correlation.id()));
        return problem;
    }

    /** Nobody's fault but ours; the log says what, the answer says where in the log. */
    private static ProblemDetails defect(Throwable failure, Correlation correlation) {
        correlation.run(() -> LOG.error("A command failed ({})", correlation.id(), failure));
        return ProblemDetails.of(
                500, "internal", "Something went wrong here",
                "It was not the request. Whoever runs this server finds more in its log, under %s."
                        .formatted(correlation.id()));
    }
}

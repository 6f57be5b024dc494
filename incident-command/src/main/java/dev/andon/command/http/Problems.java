package dev.andon.command.http;

import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refused;
import dev.andon.command.dispatch.IdempotencyKeyReused;
import dev.andon.command.dispatch.TooMuchContention;
import dev.andon.eventstore.CommitTooLargeException;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.server.ResponseStatusException;

/** Every way in which a command can end badly, and what the caller is told. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ProblemDetails of(Throwable failure) {
        return switch (failure) {
            case MalformedRequest malformed -> malformed.problem();
            case Invalid invalid -> ProblemDetails.invalid(invalid.fields().stream()
                    .map(field -> new BadField(field.pointer(), field.detail()))
                    .toList());
            case NotFound notFound -> ProblemDetails.notFound(notFound.kind(), wordsOf(notFound) + ".");
            case Refused refused -> ProblemDetails.of(
                    409, refused.refusal().type(), titleOf(refused), adviceOf(refused))
                    .with(new TreeMap<>(refused.state()));
            case IdempotencyKeyReused reused -> ProblemDetails.of(
                    422, "idempotency-key-reused", "The Idempotency-Key was used before", wordsOf(reused));
            case TooMuchContention contention -> ProblemDetails.of(
                    503, "too-much-contention", "Others were faster", wordsOf(contention));
            case DataBufferLimitException _ -> ProblemDetails.ofStatus(413);
            case CommitTooLargeException tooLarge -> ProblemDetails.of(
                    413, "content-too-large", "The command is too large", wordsOf(tooLarge));
            case InvalidMediaTypeException _ -> ProblemDetails.ofStatus(415);
            case ResponseStatusException refused -> ProblemDetails.ofStatus(refused.getStatusCode().value());
            default -> unexpected(failure);
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

    /** Nobody's fault but ours, or the store's; the log says what, the answer does not. */
    private static ProblemDetails unexpected(Throwable failure) {
        LOG.error("A command failed", failure);
        return ProblemDetails.ofStatus(503);
    }
}

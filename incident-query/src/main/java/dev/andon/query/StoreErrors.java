package dev.andon.query;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.andon.monitoring.Correlation;
import dev.andon.query.http.QuestionErrors;
import dev.andon.query.http.QuestionRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;

/** A server that is away for a moment is no defect of ours: whoever asks again may be answered. */
@ControllerAdvice(basePackages = "dev.andon.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoreErrors {

    private static final Logger LOG = LoggerFactory.getLogger(StoreErrors.class);

    @ExceptionHandler({MongoTimeoutException.class, MongoSocketException.class, MongoNotPrimaryException.class,
        MongoNodeIsRecoveringException.class})
    ResponseEntity<byte[]> answer(Exception away, ServerWebExchange exchange) {
        Correlation.of(exchange).run(() -> LOG.warn("The store does not answer: {}", away.getMessage()));
        return QuestionErrors.answerTo(QuestionRefused.storeUnavailable(), exchange);
    }
}

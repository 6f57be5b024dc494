package dev.andon.query.operationsreviews;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.chronicles.Shelf;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.Cursor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The operations reviews that were held: all, or one. */
@RestController
public final class OperationsReviewController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/operations-reviews", "operationsReviews", "Questions: Operations",
                    "Operations reviews that were held, the latest day first",
                    "Who was there, and what was decided.",
                    HeldReviewList.class, List.of(Format.JSON), List.of(),
                    Stream.of(Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/operations-reviews/{operationsReviewId}", "operationsReview", "Questions: Operations",
                    "One operations review that was held",
                    "Who was there, and what was decided.",
                    HeldReview.class, List.of(Format.JSON),
                    List.of(new Question.Named("operationsReviewId", OperationsReviewId.class, "OPS-1",
                            ProblemTypes.OPERATIONS_REVIEW_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final Shelf<HeldReview> operationsReviews;

    /** One page of them. */
    record HeldReviewList(long position, List<HeldReview> operationsReviews) {}

    public OperationsReviewController(Chronicles chronicles, Viewpoints viewpoints) {
        this.operationsReviews = new Shelf<>(chronicles, viewpoints, Kind.OPERATIONS_REVIEWS,
                (chronicle, _) -> Mono.just(HeldReview.of(chronicle)));
    }

    @GetMapping("/api/v1/operations-reviews")
    Mono<ResponseEntity<byte[]>> operationsReviews(ServerWebExchange exchange) {
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Shelf.Asked asked = operationsReviews.in(parameters, true);
        return operationsReviews.list(
                exchange, asked, _ -> true,
                each -> new Cursor(each.date().toString(),
                        Kind.OPERATIONS_REVIEWS.numbered(each.operationsReviewId().number())),
                HeldReviewList::new);
    }

    @GetMapping("/api/v1/operations-reviews/{operationsReviewId}")
    Mono<ResponseEntity<byte[]>> operationsReview(@PathVariable String operationsReviewId, ServerWebExchange exchange) {
        OperationsReviewId id = PathVariables.operationsReview(operationsReviewId);
        return operationsReviews.one(
                exchange, Kind.OPERATIONS_REVIEWS.numbered(id.number()),
                "operations review", id.value());
    }
}

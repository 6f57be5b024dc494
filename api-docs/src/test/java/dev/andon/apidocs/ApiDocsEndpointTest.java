package dev.andon.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class ApiDocsEndpointTest {

    /** A part whose only word needs escaping. */
    private static final Part PART = new Part() {

        @Override
        public List<Tag> tags() {
            return List.of();
        }

        @Override
        public List<Operation> operations(Schemas schemas) {
            return List.of();
        }

        @Override
        public List<ProblemType> problems() {
            return List.of(ProblemType.refusal("too-small", "1 < 2 & that is `so`; take **more**."));
        }
    };

    private final WebTestClient client = WebTestClient
            .bindToRouterFunction(new ApiDocsEndpoint(List.of(PART), "https://identity.example.org").routes())
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                                   | text/html
            text/html,application/xhtml+xml,*/*;q=0.8   | text/html
            text/markdown                               | text/markdown
            application/json                            | application/json
            application/json;q=0.1,text/markdown        | text/markdown
            */*                                         | application/json
            """)
    void aPageComesAsItIsWanted(String accept, String contentType) {
        client.get().uri("/problems/too-small").header("Accept", accept).exchange()
                .expectStatus().isOk()
                .expectHeader().value("Content-Type", type -> assertThat(type).startsWith(contentType))
                .expectHeader().valueEquals("Vary", "Accept")
                .expectBody(String.class).value(page -> assertThat(page).contains("/problems/too-small", "Take"));
    }

    @Test
    void whatIsNotInAnyOfThemIsNotAcceptable() {
        client.get().uri("/problems").header("Accept", "image/png").exchange()
                .expectStatus().isEqualTo(406)
                .expectHeader().contentType("application/problem+json");
    }

    @Test
    void aPageShowsTextAndNotWhatABrowserMakesOfIt() {
        client.get().uri("/problems/too-small").header("Accept", "text/html").exchange()
                .expectBody(String.class).value(page -> assertThat(page)
                        .contains("<h1>1 &lt; 2 &amp; that is <code>so</code></h1>", "Take <strong>more</strong>."));
    }

    @Test
    void allProblemsAreListedByStatus() {
        client.get().uri("/problems").exchange()
                .expectBody()
                .jsonPath("$.problems[0].status").isEqualTo(400)
                .jsonPath("$.problems[?(@.type == '/problems/too-small')].whatToDo").isEqualTo("Take **more**.");
    }

    @Test
    void whatHasNoPageIsNotFound() {
        client.get().uri("/problems/too-large").exchange()
                .expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/not-found");
    }
}

package dev.andon.query.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlPageTest {

    @Test
    void aTableAndWhatIsStruckOutLookLikeThat() {
        assertThat(HtmlPage.of("A page", "| a |\n| --- |\n| ~~b~~ |\n"))
                .contains("<title>A page</title>", "<th>a</th>", "<del>b</del>");
    }

    @Test
    void nothingThatSomebodyWroteIsObeyed() {
        String page = HtmlPage.of("<script>", "<img src=x onerror=alert(1)> [here](javascript:alert(1))");

        assertThat(page).contains("<title>&lt;script&gt;</title>", "&lt;img").doesNotContain("<img", "javascript:");
    }
}

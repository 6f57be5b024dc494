package dev.andon.apidocs;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the code says about itself, as Markdown. A description that is written a second time for callers is one that nobody
 * changes with the code.
 */
public final class Comments {

    private Comments() {}

    /** The comment on a type; empty if there is none. */
    public static String of(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    /** The first sentence of the comment on a type. */
    public static String sentence(Class<?> type) {
        String all = of(type);
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }

    static Optional<String> of(RecordComponent component) {
        return RuntimeJavadoc.getJavadoc(component.getDeclaringRecord()).getRecordComponents().stream()
                .filter(said -> said.getName().equals(component.getName()))
                .map(ParamJavadoc::getComment)
                .map(Comments::text)
                .filter(said -> !said.isBlank())
                .map(Comments::asSentence)
                .findFirst();
    }

    private static String text(Comment comment) {
        var markdown = new Markdown();
        comment.visit(markdown);
        return markdown.text.toString().replaceAll("\\s*<p>\\s*", "\n\n").replaceAll("(?<!\n)\\s*\n[ \t]*(?!\n)", " ")
                .strip();
    }

    private static String asSentence(String said) {
        String capitalised = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        return capitalised.endsWith(".") ? capitalised : capitalised + ".";
    }

    private static final class Markdown implements CommentVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String value) {
            text.append(value);
        }

        @Override
        public void inlineLink(Link link) {
            text.append(link.getLabel());
        }

        @Override
        public void inlineTag(String name, String value) {
            text.append(List.of("code", "literal").contains(name) ? "`" + value + "`" : value);
        }

        @Override
        public void inlineValue(@Nullable Value value) {
            throw new IllegalStateException("A comment shows no values: " + text);
        }
    }
}

package dev.andon.command.decision;

import java.util.List;

/** The command is wrong in itself, whatever the state: a field is missing, malformed or contradicts another. */
public final class Invalid extends RuntimeException {

    private final transient List<Field> fields;

    /**
     * One bad field.
     *
     * @param pointer a JSON pointer into the body
     * @param detail what is wrong, and what to do
     */
    public record Field(String pointer, String detail) {}

    public Invalid(List<Field> fields) {
        super(String.join("; ", fields.stream().map(field -> field.pointer() + " " + field.detail()).toList()));
        this.fields = List.copyOf(fields);
    }

    public static Invalid field(String pointer, String detail) {
        return new Invalid(List.of(new Field(pointer, detail)));
    }

    public List<Field> fields() {
        return fields;
    }
}

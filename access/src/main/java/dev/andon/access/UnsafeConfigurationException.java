package dev.andon.access;

/** The server would let somebody in who should not come in, so it does not start. */
public final class UnsafeConfigurationException extends RuntimeException {

    private final String whatToDo;

    UnsafeConfigurationException(String problem, String whatToDo) {
        super(problem);
        this.whatToDo = whatToDo;
    }

    String whatToDo() {
        return whatToDo;
    }
}

package dev.andon.command.dispatch;

import dev.andon.eventstore.EventStore;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.RollbackId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Things people speak of across incidents count up. Things inside an incident get a short random identifier: a counter
 * would make every addition read, and wait for, all the others.
 */
public final class IdentifierSource implements NewIdentifiers {

    /** Crockford's base 32: no letter that could be read as a digit or another letter. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 4;

    private static final Map<Class<? extends Identifier>, Function<String, Identifier>> RANDOM = Map.of(
            FindingId.class, characters -> new FindingId("F-" + characters),
            RollbackId.class, characters -> new RollbackId("RB-" + characters),
            AnswerId.class, characters -> new AnswerId("W-" + characters),
            ApiKeyId.class, characters -> new ApiKeyId("KEY-" + characters));

    private final CountedIdentifiers counted;

    public IdentifierSource(EventStore store) {
        this(new CountedIdentifiers(store));
    }

    private IdentifierSource(CountedIdentifiers counted) {
        this.counted = counted;
    }

    @Override
    @SuppressWarnings("NullAway") // Class.cast of a non-null value
    public <I extends Identifier> I next(Class<I> type) {
        Function<String, Identifier> random = RANDOM.get(type);
        return type.cast(random == null ? counted.next(type) : random.apply(characters()));
    }

    @Override
    public NewIdentifiers provisional() {
        return new IdentifierSource(counted.provisional());
    }

    @Override
    public void catchUp(Identifier taken) {
        counted.catchUp(taken.getClass());
    }

    private static String characters() {
        var characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return characters.toString();
    }
}

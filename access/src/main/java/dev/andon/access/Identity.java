package dev.andon.access;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.Actor;
import dev.andon.kernel.ApiKeyId;
import java.util.Map;
import java.util.Set;

/**
 * Who is asking, as far as their credentials say.
 *
 * <p>Keeps apart what people call somebody and what stays the same: names change and are given again, and an
 * {@code Idempotency-Key} or a rate limit that belonged to a name would be inherited by the next one who has it.
 */
public sealed interface Identity {

    /** Stays the same as long as the credentials are the same person's or bot's: {@code key:KEY-5T8N}. */
    String callerId();

    /** What people call them. */
    String name();

    Set<AccessRole> roles();

    default Actor actor() {
        return new Actor(name(), null);
    }

    /** Whoever can reach the loopback of this machine. Everything is allowed to them, for nobody asked who they are. */
    record Local() implements Identity {

        private static final Set<AccessRole> EVERY_ROLE = Set.of(AccessRole.values());

        @Override
        public String callerId() {
            return "local";
        }

        @Override
        public String name() {
            return "local";
        }

        @Override
        public Set<AccessRole> roles() {
            return EVERY_ROLE;
        }
    }

    /**
     * A person, vouched for by the identity provider.
     *
     * @param subject what the provider knows them by, whatever they are called
     */
    record Person(String subject, String name, Set<AccessRole> roles) implements Identity {

        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public String callerId() {
            return "person:" + subject;
        }
    }

    /** A bot with an API key. It may act for a person, whom it names. */
    record Bot(ApiKeyId apiKeyId, String name, Set<AccessRole> roles) implements Identity {

        public Bot {
            roles = Set.copyOf(roles);
        }

        @Override
        public String callerId() {
            return "key:" + apiKeyId;
        }
    }

    /** Who sent the request that these attributes belong to. */
    static Identity in(Map<String, Object> attributes) {
        if (attributes.get(Identity.class.getName()) instanceof Identity identity) {
            return identity;
        }
        throw new IllegalStateException("A request came past the access rules");
    }
}

package dev.andon.query.readmodel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process's claim on one version, prolonged no more often than needed. Used by one thread. */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final ProjectionClaims claims;
    private final ModelVersion version;
    private boolean held;
    private long askedAt;

    Lease(ProjectionClaims claims, ModelVersion version) {
        this.claims = claims;
        this.version = version;
    }

    /** Asks for the claim; true if this process has it now. */
    boolean take() {
        askedAt = System.nanoTime();
        held = Boolean.TRUE.equals(claims.claim(version).block());
        return held;
    }

    /** Asks again if it is time to; true if this process still has it. */
    boolean keep() {
        return isDue() ? take() : held;
    }

    boolean isDue() {
        return System.nanoTime() - askedAt >= renewal().toNanos();
    }

    Duration renewal() {
        return claims.renewal();
    }

    void giveBack() {
        try {
            claims.release(version).block();
        } catch (RuntimeException e) {
            LOG.warn("The claim on {} could not be given back and will expire", version, e);
        }
    }
}

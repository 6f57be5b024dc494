package dev.andon.command.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a caller may take. Without such limits a few clients that send a byte a minute hold all connections there are.
 *
 * @param bodyTimeout for all of a command's body
 * @param importSilence for which an import may neither send anything nor be owed an answer
 * @param idleTimeout for all of a request's header, and between two requests on one connection
 * @param requestsPerConnection after which it is closed, so that a balancer gets to share out the load anew
 */
@ConfigurationProperties("andon.http")
record Limits(
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("1m") Duration importSilence,
        @DefaultValue("1m") Duration idleTimeout,
        @DefaultValue("10000") int requestsPerConnection) {}

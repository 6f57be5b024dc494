package dev.andon.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set under {@code andon.monitoring}.
 *
 * @param patience how long whoever asks for the health is kept waiting by a log that does not answer
 * @param shutdownNotice between saying that it is not ready and taking no more connections: as long as balancers need to
 *     notice; no time at all where there is none
 */
@ConfigurationProperties("andon.monitoring")
record MonitoringProperties(@DefaultValue("2s") Duration patience, @DefaultValue("0s") Duration shutdownNotice) {}

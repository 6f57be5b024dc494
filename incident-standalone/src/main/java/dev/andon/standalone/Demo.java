package dev.andon.standalone;

import dev.andon.command.http.ImportEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import reactor.core.publisher.Mono;

/** Loads the samples at start, once: their import has a key, and what was recorded under it is not recorded again. */
@ConditionalOnProperty("andon.demo")
final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int BUFFER_BYTES = 8192;

    private final ImportEndpoint imports;

    Demo(ImportEndpoint imports) {
        this.imports = imports;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() throws java.io.IOException {
        for (Resource sample : new PathMatchingResourcePatternResolver().getResources("classpath:samples/*.ndjson")) {
            Long accepted = load(sample).block();
            LOG.info("{}: {} entries", sample.getFilename(), accepted);
        }
    }

    private Mono<Long> load(Resource sample) {
        return imports.importOnce(
                "demo/" + sample.getFilename(),
                DataBufferUtils.read(sample, DefaultDataBufferFactory.sharedInstance, BUFFER_BYTES));
    }
}

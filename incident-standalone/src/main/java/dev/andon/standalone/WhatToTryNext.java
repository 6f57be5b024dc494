package dev.andon.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Tells somebody who started Andon for the first time what to type next. */
final class WhatToTryNext {

    private static final Logger LOG = LoggerFactory.getLogger(WhatToTryNext.class);

    private final DataDirectory data;

    WhatToTryNext(DataDirectory data) {
        this.data = data;
    }

    @EventListener
    void print(WebServerInitializedEvent event) {
        String andon = "http://127.0.0.1:" + event.getWebServer().getPort();
        LOG.info("""
                Andon is ready on {}, its data is in {}. Try:

                  curl -s -X POST {}/api/v1/imports \\
                       -H 'Content-Type: application/x-ndjson' --data-binary @samples/gitlab-2017-01-31.ndjson
                  curl -s {}/api/v1/incidents
                  curl -s '{}/api/v1/incidents/INC-1/timeline?format=markdown'
                  curl -s '{}/api/v1/incidents/INC-1/postmortem?format=markdown'
                """, andon, data.path(), andon, andon, andon, andon);
    }
}

package dev.andon.command.http;

import io.netty.channel.Channel;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/**
 * What a connection may cost before there is a request to speak of. It speaks HTTP/1.1 and nothing else: an offer to upgrade
 * is passed over, as anybody may, and the request is answered as it came.
 */
final class ConnectionLimits implements NettyServerCustomizer {

    private static final int MAX_LINE_BYTES = 8 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final Limits limits;

    ConnectionLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.protocol(HttpProtocol.HTTP11)
                .idleTimeout(limits.idleTimeout())
                .maxKeepAliveRequests(limits.requestsPerConnection())
                .httpRequestDecoder(
                        decoder -> decoder.maxInitialLineLength(MAX_LINE_BYTES).maxHeaderSize(MAX_HEADER_BYTES))
                .doOnChannelInit((_, channel, _) -> answerTheUnreadable(channel));
    }

    private static void answerTheUnreadable(Channel channel) {
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, UnreadableRequests.NAME, new UnreadableRequests());
    }
}

package dev.andon.command.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderValues.CLOSE;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

/** Answers what cannot even be read as a request, in the same words as anything else; it never becomes an exchange. */
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    static final String NAME = "andon.unreadableRequests";

    private boolean answered;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (answered) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            answered = true;
            ReferenceCountUtil.release(message);
            answer(context, ProblemDetails.ofStatus(statusFor(request.decoderResult().cause())));
        } else {
            context.fireChannelRead(message);
        }
    }

    private static int statusFor(Throwable failure) {
        return switch (failure) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            default -> 400;
        };
    }

    private static void answer(ChannelHandlerContext context, ProblemDetails problem) {
        byte[] body = AndonJson.mapper().writeValueAsBytes(problem);
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(CONTENT_TYPE, ProblemDetails.MEDIA_TYPE)
                .set(CONTENT_LENGTH, body.length)
                .set(CONNECTION, CLOSE)
                .set(Correlation.HEADER, Correlation.started().id());
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}

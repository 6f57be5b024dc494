package dev.andon.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A small identity provider on the loopback, which can be away and come back at the same address. */
final class Issuer implements AutoCloseable {

    static final String AUDIENCE = "andon";

    private final RSAKey key;
    private final int port;
    private final AtomicInteger keysFetched = new AtomicInteger();
    private @Nullable HttpServer server;

    private Issuer() throws JOSEException, IOException {
        this.key = new RSAKeyGenerator(2048).keyID("first").generate();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    static Issuer away() throws Exception {
        return new Issuer();
    }

    static Issuer started() throws Exception {
        var issuer = new Issuer();
        issuer.start();
        return issuer;
    }

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        serve("/.well-known/openid-configuration",
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(uri(), uri()));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    private void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (server == null) {
            throw new IllegalStateException("It is away");
        }
        server.createContext(path, exchange -> {
            if (path.equals("/keys")) {
                keysFetched.incrementAndGet();
            }
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    int keysFetched() {
        return keysFetched.get();
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    String[] arguments() {
        return new String[]{"--andon.security.jwt.issuer=" + uri(), "--andon.security.jwt.audience=" + AUDIENCE};
    }

    /** Claims of a good token, to be spoiled. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience(AUDIENCE)
                .subject("8c1f")
                .claim("preferred_username", "alice")
                .claim("roles", List.of("RESPONDER", "of another application"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), new RSASSASigner(key), claims);
    }

    /** Signed by somebody who only says that it is the issuer's key. */
    String forged() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).generate();
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), new RSASSASigner(other), claims());
    }

    String signedByAnUnknownKey(String keyId) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), new RSASSASigner(key), claims());
    }

    /** The public key taken for a shared secret: everybody has it. */
    String signedWithThePublicKey() throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                new MACSigner(key.toRSAPublicKey().getEncoded()), claims());
    }

    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    static Map<String, Object> nested(String... roles) {
        return Map.of("roles", List.of(roles));
    }

    @Override
    public void close() {
        stop();
    }
}

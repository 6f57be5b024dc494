package dev.andon.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Keeps web pages out of a server that asks nobody who they are. The loopback is no wall against a browser on the same
 * machine: a page from anywhere can send it a POST without a body, and, once its own name is made to mean 127.0.0.1, read
 * the answers as well. The first names its origin, the second the name it was loaded by.
 */
final class OpenServerGuard {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> hosts;
    private final List<String> origins;

    OpenServerGuard(AccessProperties properties) {
        this.hosts = properties.hosts();
        this.origins = properties.corsAllowedOrigins();
    }

    /** By the header itself: what a proxy is said to have forwarded, a page may say as well. */
    boolean admits(HttpHeaders headers) {
        String host = headers.getFirst(HttpHeaders.HOST);
        return isAddressedToUs(host) && isFromUs(headers.getOrigin(), host);
    }

    /** What no browser sends cannot be a page's doing. */
    private boolean isAddressedToUs(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = withoutPort(host);
        return LOOPBACK.contains(name) || hosts.contains(name);
    }

    /** By hand, for each request asks. */
    private static String withoutPort(String host) {
        int digits = host.length();
        while (digits > 0 && host.charAt(digits - 1) >= '0' && host.charAt(digits - 1) <= '9') {
            digits--;
        }
        boolean port = digits > 0 && digits < host.length() && host.charAt(digits - 1) == ':';
        return port ? host.substring(0, digits - 1) : host;
    }

    private boolean isFromUs(@Nullable String origin, @Nullable String host) {
        return origin == null
                || origins.contains(origin)
                || origin.equals("http://" + host)
                || origin.equals("https://" + host);
    }
}

package dev.andon.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;

/**
 * A server that asks nobody who they are is reached by nobody but this machine. Otherwise the one who tries it out on a
 * laptop, then starts it with {@code --server.address=0.0.0.0} to show a colleague, gives the whole network leave to read
 * and to write the history of every incident.
 */
final class OpenOnlyOnTheLoopback {

    private OpenOnlyOnTheLoopback() {}

    /** Fails before the port is opened. */
    static OpenOnlyOnTheLoopback checked(AccessProperties properties, Environment environment) {
        if (properties.isOpen()) {
            check(properties, environment);
        }
        return new OpenOnlyOnTheLoopback();
    }

    private static void check(AccessProperties properties, Environment environment) {
        // A page in a sandbox, which anybody can make, has the origin "null".
        if (properties.corsAllowedOrigins().contains("*") || properties.corsAllowedOrigins().contains("null")) {
            throw new UnsafeConfigurationException(
                    "Everybody's web pages may call this server, and it asks nobody who they are.",
                    "Name the origins in andon.security.cors-allowed-origins, or set andon.security.required=true.");
        }
        requireLoopback("server.address", environment.getProperty("server.address"));
        // On the port that everything else is on, it is at that port's address, too.
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            requireLoopback("management.server.address", environment.getProperty("management.server.address"));
        }
    }

    private static void requireLoopback(String property, @Nullable String address) {
        if (address == null || !isLoopback(address)) {
            throw new UnsafeConfigurationException(
                    "Andon would listen on %s, where others can reach it, and asks nobody who they are.".formatted(
                            address == null || address.isBlank() ? "every address of this machine" : address),
                    ("Either set %s=127.0.0.1, or let nobody in without credentials: create a first key with the "
                            + "argument create-admin-key and set andon.security.required=true, or set "
                            + "andon.security.jwt.issuer. docs/security.md says how.").formatted(property));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}

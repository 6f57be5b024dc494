package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class OpenOnlyOnTheLoopbackTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0.0.0.0", "::", "[::]", "192.168.1.7", "10.0.0.1", "fe80::1", "2001:db8::1",
        "no-such-host.invalid"})
    void anOpenServerListensNowhereElse(@Nullable String address) {
        assertThatThrownBy(() -> check(false, of("server.address", address)))
                .isInstanceOfSatisfying(UnsafeConfigurationException.class, refused -> assertThat(refused.whatToDo())
                        .contains("server.address=127.0.0.1", "andon.security.required", "create-admin-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.5.5.5", "::1", "[::1]", "localhost"})
    void anOpenServerListensOnTheLoopback(String address) {
        assertThatCode(() -> check(false, of("server.address", address))).doesNotThrowAnyException();
    }

    @Test
    void aServerThatAsksForCredentialsListensWhereItIsTold() {
        assertThatCode(() -> check(true, of("server.address", "0.0.0.0"))).doesNotThrowAnyException();
        assertThatCode(() -> check(true, of("server.address", null))).doesNotThrowAnyException();
    }

    @Test
    void anOpenServersManagementPortIsHeldToTheSame() {
        Map<String, String> settings = of("server.address", "127.0.0.1");
        settings.put("management.server.port", "9090");

        assertThatThrownBy(() -> check(false, settings))
                .isInstanceOf(UnsafeConfigurationException.class)
                .hasMessageContaining("every address");
        settings.put("management.server.address", "0.0.0.0");
        assertThatThrownBy(() -> check(false, settings)).isInstanceOf(UnsafeConfigurationException.class);
        settings.put("management.server.address", "127.0.0.1");
        assertThatCode(() -> check(false, settings)).doesNotThrowAnyException();
    }

    @Test
    void twoPortsThatAreBothToBeFoundFreeAreTwoPorts() {
        Map<String, String> settings = of("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");

        assertThatThrownBy(() -> check(false, settings)).isInstanceOf(UnsafeConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null"})
    void anOpenServerIsCalledByNoPageThatAnybodyCanMake(String origin) {
        assertThatThrownBy(() -> check(false, of("server.address", "127.0.0.1"), origin))
                .isInstanceOf(UnsafeConfigurationException.class);
    }

    private static Map<String, String> of(String name, @Nullable String value) {
        var settings = new HashMap<String, String>();
        if (value != null) {
            settings.put(name, value);
        }
        return settings;
    }

    private static void check(boolean required, Map<String, String> settings, String... origins) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(settings)));
        OpenOnlyOnTheLoopback.checked(
                new AccessProperties(
                        required,
                        new AccessProperties.Jwt(null, null, null, "roles", Map.of(), "name", Duration.ZERO),
                        0, 0, 0, List.of(), List.of(origins)),
                environment);
    }
}

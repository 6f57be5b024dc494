package dev.andon.apidocs;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Describes whatever parts there are in this process. */
@Configuration(proxyBeanMethods = false)
public class ApiDocsConfiguration {

    /** Where nobody has named an identity provider, something must still stand there. */
    private static final String SOMEBODY = "https://identity.example.org";

    @Bean
    RouterFunction<ServerResponse> apiDocsRoutes(
            List<Part> parts, @Value("${andon.security.jwt.issuer:" + SOMEBODY + "}") String issuer) {
        return new ApiDocsEndpoint(parts, issuer.replaceAll("/$", "") + "/.well-known/openid-configuration").routes();
    }
}

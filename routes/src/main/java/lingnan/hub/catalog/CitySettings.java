package lingnan.hub.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import lingnan.hub.kernel.AgencyCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the city lies, and where the operator has its agencies' systems run instead.
 *
 * @param city the folder ({@code hub.city})
 * @param agencies scheme, host and port to use in place of those in an agency's file, by its code in any case
 *     ({@code hub.agencies.AIC=http://10.1.2.3:8080}); the path stays the file's
 */
@ConfigurationProperties("hub")
public record CitySettings(Path city, @DefaultValue Map<String, URI> agencies) {

    public CitySettings {
        agencies.forEach((code, base) -> {
            boolean bare = base.getRawPath() == null
                    || base.getRawPath().isEmpty()
                    || base.getRawPath().equals("/");
            if (base.getHost() == null || !bare || base.getUserInfo() != null || base.getRawQuery() != null) {
                throw new IllegalArgumentException(
                        "hub.agencies." + code + " is a scheme, host and port such as http://127.0.0.1:9101");
            }
        });
    }

    URI endpoint(AgencyCode code, URI endpoint) {
        return agencies.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(code.value()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(base -> URI.create(base.getScheme() + "://" + base.getRawAuthority() + pathOf(endpoint)))
                .orElse(endpoint);
    }

    private static String pathOf(URI endpoint) {
        return endpoint.getRawPath() + (endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery());
    }
}

package lingnan.city.bench.peer;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Passes bytes on to the provider by Apache HttpClient 5, set up as lean as the hub's own client. */
public final class Upstream {

    private final URI provider;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(500)
                    .setMaxConnPerRoute(500)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();

    Upstream(URI provider) {
        this.provider = provider;
    }

    /** A message as it passes through a hop. */
    public record Passing(String path, String contentType, byte[] bytes) {}

    public Passing post(Passing question) throws IOException {
        HttpPost post = new HttpPost(provider.resolve(question.path()));
        post.setEntity(new ByteArrayEntity(question.bytes(), ContentType.parse(question.contentType())));
        return client.execute(post, response -> {
            if (response.getCode() != 200) {
                throw new IOException("The provider answered " + response.getCode());
            }
            String type = response.getEntity().getContentType();
            return new Passing(question.path(), type, EntityUtils.toByteArray(response.getEntity()));
        });
    }
}

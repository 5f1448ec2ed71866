package lingnan.hub.interaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import lingnan.transformers.dialect.Dialect.WireRequest;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Plain pooled HTTP to agencies' systems: no retry, no redirect, no cookie, no decompression, a deadline over the whole
 * call and a limit on the answer.
 */
@Component
final class ProviderHttp implements DisposableBean {

    private static final int LARGEST_ANSWER = 32 << 20;
    private static final Timeout CONNECT = Timeout.ofSeconds(3);

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(2_000)
                    .setMaxConnPerRoute(500)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(250))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Lingnan")
            .build();

    private final Deadlines deadlines = new Deadlines();

    /**
     * @throws HubFault PROVIDER_UNREACHABLE if nothing was sent, PROVIDER_TIMEOUT or IN_DOUBT if the provider may have
     *     acted
     */
    WireAnswer post(URI endpoint, WireRequest request, MessageId message, Duration timeout) {
        HttpPost post = new HttpPost(endpoint);
        post.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(Timeout.of(timeout))
                .setExpectContinueEnabled(false)
                .build());
        request.headers().forEach(post::setHeader);
        post.setHeader("X-Lingnan-Message", message.toString());
        post.setEntity(new ByteArrayEntity(request.body(), ContentType.parse(request.contentType())));
        Deadlines.Deadline deadline = deadlines.set(timeout, post);
        try {
            return client.execute(post, ProviderHttp::read);
        } catch (ConnectTimeoutException
                | HttpHostConnectException
                | UnknownHostException
                | NoRouteToHostException nothingSent) {
            throw new HubFault(FaultCode.PROVIDER_UNREACHABLE, place(endpoint), nothingSent);
        } catch (ConnectException nothingSent) {
            throw new HubFault(FaultCode.PROVIDER_UNREACHABLE, place(endpoint), nothingSent);
        } catch (ConnectionRequestTimeoutException nothingSent) {
            throw new HubFault(FaultCode.PROVIDER_BUSY, "no connection is free to " + place(endpoint), nothingSent);
        } catch (IOException broken) {
            boolean late = post.isCancelled() || broken instanceof InterruptedIOException;
            throw new HubFault(
                    late ? FaultCode.PROVIDER_TIMEOUT : FaultCode.IN_DOUBT,
                    place(endpoint)
                            + (late
                                    ? " did not answer within " + timeout.toMillis() + " ms"
                                    : " broke the connection before its answer was complete"),
                    broken);
        } finally {
            deadlines.met(deadline);
        }
    }

    private static String place(URI endpoint) {
        return endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static WireAnswer read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new WireAnswer(response.getCode(), "", new byte[0]);
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        try (InputStream in = entity.getContent()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                    Math.max(1024, (int) Math.min(entity.getContentLength(), LARGEST_ANSWER)));
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (bytes.size() + n > LARGEST_ANSWER) {
                    throw new HubFault(
                            FaultCode.PROVIDER_INVALID_ANSWER, "the answer exceeds " + LARGEST_ANSWER + " bytes");
                }
                bytes.write(buffer, 0, n);
            }
            return new WireAnswer(response.getCode(), type, bytes.toByteArray());
        }
    }

    @Override
    public void destroy() throws IOException {
        deadlines.close();
        client.close();
    }
}

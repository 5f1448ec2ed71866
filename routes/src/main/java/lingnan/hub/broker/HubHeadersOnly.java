package lingnan.hub.broker;

import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the hub's own headers ({@code hubMessageId}, {@code hubPosition} and the like) pass to and from the broker,
 * and inwards the count of deliveries. Camel's own headers steer its components, so none may come from outside, in
 * whatever case it is written (CVE-2025-27636 and its relatives).
 */
final class HubHeadersOnly implements HeaderFilterStrategy {

    private static final Pattern OURS = Pattern.compile("hub[A-Z][A-Za-z0-9]{0,60}");

    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";

    /** @return true to keep the header back */
    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !OURS.matcher(name).matches();
    }

    /** @return true to keep the header back */
    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !OURS.matcher(name).matches() && !name.equals(DELIVERY_COUNT);
    }
}

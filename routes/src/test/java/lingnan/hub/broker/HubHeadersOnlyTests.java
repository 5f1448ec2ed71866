package lingnan.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubHeadersOnlyTests {

    private final HubHeadersOnly filter = new HubHeadersOnly();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @ValueSource(strings = {"hubMessageId", "hubPosition", "hubAttempt2"})
    void passTheHubsOwn(String name) {
        assertThat(filter.applyFilterToCamelHeaders(name, "1", exchange)).isFalse();
        assertThat(filter.applyFilterToExternalHeaders(name, "1", exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelJmsDestinationName",
                "camelBeanMethodName",
                "CAMELHTTPURI",
                "operationName",
                "JMSXGroupID",
                "HubMessageId",
                "hub",
                "hub_Message",
                "hubMessage-Id",
                "authorization",
                "JMS_HYPHEN_x"
            })
    void keepBackEverythingElse(String name) {
        assertThat(filter.applyFilterToCamelHeaders(name, "1", exchange)).isTrue();
        assertThat(filter.applyFilterToExternalHeaders(name, "1", exchange)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = "JMSXDeliveryCount")
    void passTheCountOfDeliveriesInwardsOnly(String name) {
        assertThat(filter.applyFilterToExternalHeaders(name, 2, exchange)).isFalse();
        assertThat(filter.applyFilterToCamelHeaders(name, 2, exchange)).isTrue();
    }
}

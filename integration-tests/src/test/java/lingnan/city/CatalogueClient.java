package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.ws.BindingProvider;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import lingnan.wsdl.catalog.Catalog;
import lingnan.wsdl.catalog.CatalogService;

/** Callers of {@code /services/catalog}: with the client that CXF generates, and with envelopes of their own. */
record CatalogueClient(HubProcess hub) {

    Catalog as(String subsystem) {
        return as(subsystem, new CatalogService().getCatalogSoap11());
    }

    Catalog as(String subsystem, Catalog catalog) {
        Map<String, Object> context = ((BindingProvider) catalog).getRequestContext();
        context.put(
                BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
                hub.service("catalog").toString());
        context.put(BindingProvider.USERNAME_PROPERTY, subsystem);
        context.put(BindingProvider.PASSWORD_PROPERTY, password(subsystem));
        return catalog;
    }

    /** The prefixes are declared on the Envelope, as in the X-Road protocol's own examples. */
    RawHttp.Answer post(String caller, String headers, String body) throws IOException {
        String envelope = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xroad=\"http://x-road.eu/xsd/xroad.xsd\" xmlns:id=\"http://x-road.eu/xsd/identifiers\">"
                + "<soap:Header>" + headers + "</soap:Header><soap:Body>" + body + "</soap:Body></soap:Envelope>";
        String pair = caller + ":" + password(caller);
        String authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        return RawHttp.post(
                hub.base(),
                "/services/catalog",
                Map.of("Authorization", authorization, "Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"\""),
                envelope.getBytes(UTF_8));
    }

    String password(String subsystem) {
        String password = hub.passwords().get(subsystem);
        assertThat(password).isNotNull();
        return password;
    }

    /** Without the slash at its end. */
    String base() {
        return hub.base().toString().replaceAll("/$", "");
    }

    static XMLGregorianCalendar date(LocalDate day) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(day.toString());
    }
}

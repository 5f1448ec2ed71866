package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lingnan.city.HubUnderTest.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong as HTTP or ask for what is not there, on both ports. */
class HostileRequestsIT {

    private static final String NO_CODE = "-";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() throws IOException {
        hub = HubUnderTest.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
    }

    @AfterEach
    void servesTheNextGoodRequest() throws IOException {
        hub.assertWell();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Content-Type  | application/json                     | 415 | unsupported_content_type
        Content-Type  | text/plain                           | 415 | unsupported_content_type
        Content-Type  | multipart/related; boundary=x        | 415 | unsupported_content_type
        Content-Type  | application/x-www-form-urlencoded    | 415 | unsupported_content_type
        Content-Type  | text/xml; charset=                   | 415 | unsupported_content_type
        Content-Type  | text                                 | 415 | unsupported_content_type
        Authorization | Basic                                | 401 | unauthenticated
        Authorization | Basic !!!                            | 401 | unauthenticated
        Authorization | Basic R1ovR09WL0xUQVgvVEFYOndyb25n   | 401 | unauthenticated
        Authorization | Bearer x                             | 401 | unauthenticated
        SOAPAction    | "urn:evil#Delete"                    | 200 | -
        SOAPAction    | Delete                               | 200 | -
        SOAPAction    |                                      | 200 | -
        Host          | evil.example:1                       | 400 | -
        """)
    void headers(String name, String value, int status, String code) throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put(name, value == null ? "" : value);
        answered(hub.post(headers, HubUnderTest.good()), status, code);
    }

    private static void answered(RawHttp.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code.equals(NO_CODE) ? "" : code);
        HubUnderTest.assertTellsNothing(answer);
        if (status == 401) {
            assertThat(answer.head()).contains("WWW-Authenticate: Basic");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 405",
        "PUT, 405",
        "DELETE, 405",
        "PATCH, 405",
        "OPTIONS, 405",
        "TRACE, 405",
        "PROPFIND, 405",
        "EVIL, 405"
    })
    void methods(String method, int status) throws IOException {
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(RawHttp.head(method + " " + SERVICE + " HTTP/1.1", hub.headers()));
            answered(http.answer(), status, "unsupported_method");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /services/NO-SUCH-SUBJECT              | 500 | unknown_service
        /services/PLAN-BUILD-PERMIT/v9         | 500 | unknown_service
        /services/PLAN-BUILD-PERMIT/v1/more    | 500 | unknown_service
        /services/PLAN-BUILD-PERMIT;x=y        | 500 | unknown_service
        /services/plan-build-permit            | 500 | unknown_service
        /services/PLAN-BUILD-PERMI%54          | 500 | unknown_service
        /services/%74race                      | 500 | unknown_service
        /%73ervices/trace                      | 500 | unknown_service
        /services//trace                       | 500 | unknown_service
        /services/nothing                      | 500 | unknown_service
        /services                              | 500 | unknown_service
        /services/                             | 500 | unknown_service
        /services/x/../trace                   | 500 | unknown_service
        /legacy/AIC/EnterpriseService          | 500 | unknown_service
        /services/%2e%2e/actuator              | 404 | -
        /services/..%2f..%2fetc/passwd         | 400 | -
        /services/%00                          | 400 | -
        /services/\\..\\x                      | 400 | -
        /services/%e0%80                       | 400 | -
        /actuator/env                          | 404 | -
        /find                                  | 404 | -
        /login                                 | 404 | -
        /error                                 | 404 | -
        /                                      | 404 | -
        """)
    void paths(String path, int status, String code) throws IOException {
        answered(hub.post(path, hub.headers(), HubUnderTest.good()), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/PLAN-BUILD-PERMIT?wsdl",
                "/services/NO-SUCH-SUBJECT?wsdl",
                "/services/trace?wsdl",
                "/services/trace?xsd=../../etc/passwd",
                "/services/trace?wsdl=http://127.0.0.1:1/x",
                "/services/nothing?wsdl",
                "/services?wsdl"
            })
    void wsdlsTellNothingElse(String path) throws IOException {
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(RawHttp.head("GET " + path + " HTTP/1.1", Map.of()));
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).isIn(200, 404, 405, 500);
            HubUnderTest.assertTellsNothing(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /services/x HTTP/9.9\r\nHost: x\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
                "POST /services/x HTTP/1.1\r\n\r\n",
                "POST /services/x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /services/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /services/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: evil\r\n\r\n",
                "POST /services/x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "POST /services/x HTTP/1.1\r\nHost: x\r\nA b: c\r\nConnection: close\r\n\r\n",
                "POST /services/x\rX: y HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /services/x?a=%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void brokenHttp(String request) throws IOException {
        for (URI port : List.of(hub.hub().base(), hub.hub().console())) {
            try (RawHttp http = new RawHttp(port)) {
                http.send(request);
                http.endOutput();
                RawHttp.Answer answer = http.answer();
                assertThat(answer.status()).isNotEqualTo(200);
                assertThat(answer.head()).doesNotContain("\nSet-Cookie:x");
                HubUnderTest.assertTellsNothing(answer);
            }
        }
    }

    @Test
    void hugeHeaders() throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("X-Long", "x".repeat(100_000));
        answered(hub.post(headers, HubUnderTest.good()), 400, NO_CODE);
        headers.remove("X-Long");
        for (int i = 0; i < 500; i++) {
            headers.put("X-" + i, "x");
        }
        answered(hub.post(headers, HubUnderTest.good()), 400, NO_CODE);
    }

    @Test
    void oldAndCautiousClients() throws IOException {
        byte[] good = HubUnderTest.good();
        String headers = "Content-Type: text/xml\r\nContent-Length: " + good.length + "\r\nAuthorization: "
                + hub.authorization(HubUnderTest.CALLER) + "\r\n";
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send("POST " + SERVICE + " HTTP/1.0\r\n" + headers + "\r\n");
            http.send(good);
            assertThat(http.answer().text()).contains(WellKnown.RARE_NAME);
        }
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send("POST " + SERVICE + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n"
                    + headers + "\r\n");
            assertThat(http.readHead()).startsWith("HTTP/1.1 100");
            http.send(good);
            assertThat(http.answer().text()).contains(WellKnown.RARE_NAME);
        }
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(RawHttp.head(
                    "POST " + SERVICE + " HTTP/1.1",
                    Map.of(
                            "Authorization", hub.authorization(HubUnderTest.CALLER),
                            "Content-Type", "text/xml",
                            "Content-Length", "200000000",
                            "Expect", "100-continue")));
            assertThat(http.readHead()).startsWith("HTTP/1.1 100");
            http.send(good);
            answered(http.answer(), 413, "message_too_large");
        }
    }

    /** The edge waits for what comes in pieces, then hands it to CXF all the same. */
    @Test
    void contractServicesTakeChunksAndRefuseTheRest() throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("Transfer-Encoding", "chunked");
        String find = HubUnderTest.goodEnvelope().replaceAll("<Query.*</Query>", "<x xmlns='urn:x'/>");
        byte[] body = find.getBytes(UTF_8);
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(RawHttp.head("POST /services/trace HTTP/1.1", headers));
            http.send(Integer.toHexString(body.length) + "\r\n");
            http.send(body);
            http.send("\r\n0\r\n\r\n");
            answered(http.answer(), 500, "unknown_operation");
        }
        answered(hub.post("/services/trace", hub.headers(), "<x/>".getBytes(UTF_8)), 500, "invalid_soap");
        assertThat(hub.post("/services/trace", Map.of("Content-Type", "text/xml"), body)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /services/PLAN-BUILD-PERMIT, 404",
        "GET, /services/trace?wsdl, 404",
        "GET, /legacy/AIC/x, 404",
        "GET, /nothing, 404",
        "GET, /actuator, 404",
        "GET, /error, 404",
        "GET, /assets/../../etc/passwd, 404",
        "GET, /assets/%2e%2e/application.yaml, 404",
        "DELETE, /login, 405",
        "GET, /health, 200"
    })
    void consolePort(String method, String path, int status) throws IOException {
        try (RawHttp http = new RawHttp(hub.hub().console())) {
            http.send(RawHttp.head(method + " " + path + " HTTP/1.1", Map.of()));
            RawHttp.Answer answer = http.answer();
            // Whoever is not signed in is sent to sign in, and does not learn what is there.
            assertThat(answer.status()).as(answer.head()).isIn(status, 302, 400, 403);
            if (path.startsWith("/services") || path.startsWith("/legacy")) {
                assertThat(answer.status()).isEqualTo(404);
            }
            HubUnderTest.assertTellsNothing(answer);
        }
    }

    /** A flood of strangers costs the log some rows a minute, not a row each. */
    @Test
    void tenThousandStrangersHardlyGrowTheLog() throws IOException {
        long before = hub.verifiedEntries();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest anonymous = HttpRequest.newBuilder(hub.hub().service("PLAN-BUILD-PERMIT"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(HubUnderTest.good()))
                .build();
        for (int round = 0; round < 200; round++) {
            List<CompletableFuture<HttpResponse<Void>>> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sent.add(http.sendAsync(anonymous, BodyHandlers.discarding()));
            }
            sent.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(401));
        }
        long grown = hub.verifiedEntries() - before;
        assertThat(grown).isBetween(1L, 400L);
    }
}

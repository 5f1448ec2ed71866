package lingnan.hub.console;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;

/** Messages as the hub would have logged them, with Chinese text, rare characters, GBK and a citizen id. */
public final class Samples {

    /** A citizen id of the unassigned county 440199. */
    public static final String CITIZEN = "440199195506150019";

    public static final MessageId TAX = MessageId.parse("01926f00-0000-7000-8000-000000000001");
    public static final MessageId PERSON = MessageId.parse("01926f00-0000-7000-8000-000000000002");
    public static final MessageId REFUSED = MessageId.parse("01926f00-0000-7000-8000-000000000003");
    public static final MessageId DOWN = MessageId.parse("01926f00-0000-7000-8000-000000000004");

    private static final Instant TIME = Instant.parse("2009-11-10T01:00:00.123Z");
    private static final String TAX_QUERY = "<Query xmlns=\"urn:lingnan:gz:LTAX-STATUS:1\">"
            + "<registrationNumber>440199100000011</registrationNumber></Query>";

    private Samples() {}

    public static void fill(MemoryLog log) {
        person(log);
        refused(log);
        down(log);
        tax(log);
    }

    private static void tax(MemoryLog log) {
        Map<Fact, String> asked = asked("AIC/ENT", "LTAX/TAX", "LTAX-STATUS");
        asked.put(Fact.PURPOSE, "年检核对 annual check");
        asked.put(Fact.LEGAL_BASIS, "《广州市政务信息共享管理规定》第十二条");
        asked.put(Fact.CASE, "AIC-2009-11-0042");
        asked.put(Fact.USER, "aic:chen");
        asked.put(Fact.STRENGTH, "authenticated");
        asked.put(Fact.GRANT, "G-AIC-LTAX-STATUS-1");
        asked.put(Fact.MODE, "sync");
        asked.put(Fact.CLIENT_MESSAGE_ID, "a-1");
        List<Body> received = List.of(body(
                Body.Role.REQUEST_RECEIVED,
                "text/xml;charset=UTF-8",
                "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Header>"
                        + "<h:purpose xmlns:h=\"urn:lingnan:hub:1\">annual-check</h:purpose></soapenv:Header>"
                        + "<soapenv:Body>" + TAX_QUERY + "</soapenv:Body></soapenv:Envelope>",
                StandardCharsets.UTF_8));
        log.add(
                new Entry(
                        EntryKind.ACCEPTED,
                        TAX,
                        TIME,
                        asked,
                        received,
                        List.of(new Key("registrationNumber", "440199100000011", false))),
                TIME,
                0);
        Map<Fact, String> answered = new EnumMap<>(Fact.class);
        answered.put(Fact.PROVIDER, "GZ/GOV/LTAX/TAX");
        answered.put(Fact.OUTCOME, "ok");
        answered.put(
                Fact.STEPS,
                "plan@31 authorise@54 validate@102 log-request@940 translate@1210 call@29300 translate-back@29510");
        answered.put(Fact.WITHHELD, "legalRepresentative");
        String inner =
                "<HtResponse><code>0</code><message>成功</message><rows><row><NSRMC>岭南𠮷𠮷食品·㑇记</NSRMC><ZT>正常</ZT></row></rows></HtResponse>";
        log.add(
                new Entry(
                        EntryKind.ANSWERED,
                        TAX,
                        TIME,
                        answered,
                        List.of(
                                body(
                                        Body.Role.REQUEST_SENT,
                                        "text/xml;charset=GBK",
                                        "<?xml version=\"1.0\" encoding=\"GBK\"?><invoke xmlns=\"http://service.ltax.gz/\"><type>TAX_STATUS</type><xml>&lt;?xml version=\"1.0\" encoding=\"GBK\"?>&lt;HtRequest>&lt;head>&lt;service>税务登记状态&lt;/service>&lt;/head>&lt;body>&lt;ZCH>440199100000011&lt;/ZCH>&lt;/body>&lt;/HtRequest></xml></invoke>",
                                        Charset.forName("GBK")),
                                body(
                                        Body.Role.ANSWER_RECEIVED,
                                        "text/xml; charset=GB18030",
                                        "<invokeResponse xmlns=\"http://service.ltax.gz/\"><return>"
                                                + inner.replace("<", "&lt;") + "</return></invokeResponse>",
                                        Charset.forName("GB18030")),
                                body(
                                        Body.Role.ANSWER_SENT,
                                        "text/xml;charset=UTF-8",
                                        "<QueryResponse xmlns=\"urn:lingnan:gz:LTAX-STATUS:1\" asOf=\"2009-11-10T09:00:00+08:00\"><record><name>岭南𠮷𠮷食品·㑇记</name><status>正常</status></record><withheld>legalRepresentative</withheld></QueryResponse>",
                                        StandardCharsets.UTF_8)),
                        List.of()),
                TIME.plusMillis(31),
                0);
    }

    private static void person(MemoryLog log) {
        Map<Fact, String> asked = asked("LRH/TITLE", "PSB/POP", "PSB-POP-BASE");
        asked.put(Fact.PURPOSE, "房产登记 property registration");
        asked.put(Fact.CASE, "LRH-2009-0815");
        asked.put(Fact.STRENGTH, "authenticated");
        asked.put(Fact.OUTCOME, "ok");
        String query = "<Query xmlns=\"urn:lingnan:gz:PSB-POP-BASE:1\"><citizenId>" + CITIZEN + "</citizenId></Query>";
        log.add(
                new Entry(
                        EntryKind.ACCEPTED,
                        PERSON,
                        TIME.minusSeconds(60),
                        asked,
                        List.of(body(
                                Body.Role.REQUEST_RECEIVED, "text/xml;charset=UTF-8", query, StandardCharsets.UTF_8)),
                        List.of(new Key("citizenId", CITIZEN, true))),
                TIME.minusSeconds(60),
                2);
    }

    private static void refused(MemoryLog log) {
        Map<Fact, String> asked = asked("PLAN/PERMIT", "PSB/POP", "PSB-POP-BASE");
        asked.put(Fact.OUTCOME, "access_denied");
        asked.put(Fact.DETAIL, "PLAN has no grant for PSB-POP-BASE");
        log.add(
                new Entry(EntryKind.REFUSED, REFUSED, TIME.minusSeconds(50), asked, List.of(), List.of()),
                TIME.minusSeconds(50),
                0);
    }

    private static void down(MemoryLog log) {
        Map<Fact, String> asked = asked("LTAX/TAX", "AIC/ENT", "AIC-ENT-REG");
        log.add(
                new Entry(EntryKind.ACCEPTED, DOWN, TIME.minusSeconds(40), asked, List.of(), List.of()),
                TIME.minusSeconds(40),
                0);
        Map<Fact, String> failed = new EnumMap<>(Fact.class);
        failed.put(Fact.OUTCOME, "provider_unreachable");
        failed.put(Fact.DETAIL, "<script>alert(1)</script>");
        log.add(
                new Entry(EntryKind.FAILED, DOWN, TIME.minusSeconds(37), failed, List.of(), List.of()),
                TIME.minusSeconds(37),
                0);
    }

    private static Map<Fact, String> asked(String client, String provider, String subject) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, "GZ/GOV/" + client);
        facts.put(Fact.PROVIDER, "GZ/GOV/" + provider);
        facts.put(Fact.SUBJECT, subject);
        facts.put(Fact.OPERATION, "Query");
        return facts;
    }

    private static Body body(Body.Role role, String contentType, String text, Charset charset) {
        return new Body(role, contentType, text.getBytes(charset));
    }
}

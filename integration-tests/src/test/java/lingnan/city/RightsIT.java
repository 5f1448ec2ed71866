package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingnan.city.data.WellKnown;
import lingnan.wsdl.catalog.AnswerGrantRequest;
import lingnan.wsdl.catalog.Catalog;
import lingnan.wsdl.catalog.Decision;
import lingnan.wsdl.catalog.DescribeSubject;
import lingnan.wsdl.catalog.Grant;
import lingnan.wsdl.catalog.GrantRequest;
import lingnan.wsdl.catalog.Label;
import lingnan.wsdl.catalog.ListGrantRequests;
import lingnan.wsdl.catalog.ListGrants;
import lingnan.wsdl.catalog.Narrower;
import lingnan.wsdl.catalog.Purpose;
import lingnan.wsdl.catalog.Refused;
import lingnan.wsdl.catalog.RequestGrant;
import lingnan.wsdl.catalog.RevokeGrant;
import lingnan.wsdl.catalog.Role;
import lingnan.wsdl.catalog.Terms;
import lingnan.wsdl.catalog.WithdrawGrantRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for a right, giving it, using it and taking it back, all over SOAP. */
class RightsIT {

    private static final String AUDIT = "GZ/GOV/AUDIT/AUDIT";
    private static final String PLAN = "GZ/GOV/PLAN/PERMIT";
    private static final String QTS = "GZ/GOV/QTS/ORG";
    private static final String SUBJECT = "PLAN-BUILD-PERMIT";
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;
    private static CatalogueClient catalogue;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 1, 50), EnumSet.of(SimulatedAgency.PLAN));
        hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
        catalogue = new CatalogueClient(hub);
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            hub.close();
        } finally {
            city.close();
        }
    }

    @Test
    void goesFromARequestOverItsUseToItsEnd() throws Exception {
        Question question =
                Question.about(SUBJECT, "permitNumber", WellKnown.PERMIT_NUMBER).purpose("AUDIT");
        assertThat(fault(question)).isEqualTo("access_denied");

        RequestGrant longAgo = asked();
        longAgo.getTerms()
                .setValidFrom(CatalogueClient.date(LocalDate.now(BEIJING).minusYears(1)));
        GrantRequest request = catalogue.as(AUDIT).requestGrant(longAgo).getRequest();
        assertThat(request.getState()).isEqualTo("REQUESTED");
        assertThat(request.getProvider()).isEqualTo("PLAN");
        assertThat(request.isOverdue()).isFalse();
        assertThat(request.getAsked().getField()).contains("builder", "location");
        assertThat(requests(PLAN, Role.PROVIDER))
                .extracting(GrantRequest::getId)
                .contains(request.getId());
        assertThat(requests(PLAN, Role.CONSUMER))
                .extracting(GrantRequest::getId)
                .doesNotContain(request.getId());
        assertThat(requests(QTS, null)).isEmpty();

        String id = request.getId();
        assertThat(code(() -> answer(AUDIT, id, null))).isEqualTo("grant_not_yours");
        assertThat(code(() -> answer(QTS, id, null))).isEqualTo("grant_unknown");
        Narrower narrower = new Narrower();
        narrower.getField().addAll(List.of("permitNumber", "projectNumber", "builder"));
        GrantRequest given = answer(PLAN, id, narrower);
        assertThat(given.getState()).isEqualTo("GRANTED");
        assertThat(given.getSettled().getReason()).isEqualTo("审计只需建设单位，㑇");
        assertThat(code(() -> answer(PLAN, id, narrower))).isEqualTo("grant_settled");

        within5Seconds(() -> fault(question).isEmpty());
        Reply reply = hub.client(AUDIT).query(question);
        assertThat(reply.field("builder")).isEqualTo(WellKnown.RARE_NAME);
        assertThat(reply.body()).doesNotContain("<location>");
        assertThat(grants(AUDIT)).extracting(Grant::getId).contains(given.getGrant());
        assertThat(granted()).isTrue();

        RevokeGrant revoke = new RevokeGrant();
        revoke.setGrant(given.getGrant());
        revoke.setReason("审计项目结束");
        assertThat(code(() -> catalogue.as(AUDIT).revokeGrant(revoke))).isEqualTo("grant_not_yours");
        assertThat(catalogue.as(PLAN).revokeGrant(revoke).getRevoked().getReason())
                .isEqualTo("审计项目结束");
        within5Seconds(() -> fault(question).equals("access_denied"));
        assertThat(grants(AUDIT)).extracting(Grant::getId).doesNotContain(given.getGrant());
        assertThat(given.getGiven().getValidFrom())
                .as("a year ago was asked for")
                .isEqualTo(given.getSettled().getOn());
        assertThat(granted()).isFalse();
        assertThat(HubCommand.run(hub, "trace", id).output())
                .contains("grant requested", "grant given", "grant revoked");
    }

    @Test
    void refusesWhatNobodyCanBeGranted() {
        RequestGrant unknown = asked();
        unknown.setSubject("PLAN-NO-SUCH");
        assertThat(code(() -> catalogue.as(QTS).requestGrant(unknown))).isIn("unknown_service", "grant_invalid");
        RequestGrant noKey = asked();
        noKey.getTerms().getKey().clear();
        noKey.getTerms().getKey().add("builder");
        assertThat(code(() -> catalogue.as(QTS).requestGrant(noKey))).isEqualTo("grant_invalid");
        assertThat(code(() -> catalogue.as(PLAN).requestGrant(asked())))
                .as("its own")
                .isEqualTo("grant_invalid");
    }

    @Test
    void takesARequestBackAndGivesTheSameAnswerToARepeatedOne() throws IOException, Refused {
        String headers = "<xroad:id>𠮷-42</xroad:id><xroad:userId>440199195506150025</xroad:userId>";
        String body =
                "<RequestGrant xmlns=\"urn:lingnan:hub:catalog:1\"><subject>PLAN-LAND-PERMIT</subject><terms><purpose>"
                        + "<code>AUDIT</code><legalBasis><zh>《审计法》</zh><en>Audit Law</en></legalBasis></purpose>"
                        + "<key>projectNumber</key></terms></RequestGrant>";
        String first = catalogue.post(AUDIT, headers, body).text();
        String id = first.replaceFirst("(?s).*<[^>]*id>(R-[^<]*)<.*", "$1");
        assertThat(id).as(first).startsWith("R-");
        assertThat(catalogue.post(AUDIT, headers, body).text()).contains(">" + id + "<");
        assertThat(catalogue
                        .post(AUDIT, headers, body.replace("Audit Law", "another law"))
                        .code())
                .isEqualTo("duplicate_mismatch");
        assertThat(requests(AUDIT, Role.CONSUMER))
                .filteredOn(request -> request.getSubject().equals("PLAN-LAND-PERMIT"))
                .hasSize(1);

        assertThat(requests(PLAN, Role.PROVIDER))
                .filteredOn(request -> request.getId().equals(id))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.getRequestedBy()).as("no user").isEqualTo("AUDIT"));

        WithdrawGrantRequest withdraw = new WithdrawGrantRequest();
        withdraw.setRequest(id);
        assertThat(code(() -> catalogue.as(PLAN).withdrawGrantRequest(withdraw)))
                .isEqualTo("grant_not_yours");
        assertThat(catalogue
                        .as(AUDIT)
                        .withdrawGrantRequest(withdraw)
                        .getRequest()
                        .getState())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void runsTheCommandsOfTheHowTo() throws IOException {
        ForeignProgram curl = ForeignProgram.of("sh", "-c").needing("apt-get install curl", "curl", "--version");
        String page = Files.readString(Installation.find().root().resolve("docs/how-to/ask-for-a-right.md"));
        String commands = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1).replaceAll("(?m)^   ", ""))
                .collect(Collectors.joining());
        String before = "set -eu; cd '" + folder + "'; HUB='" + catalogue.base() + "'; AUDIT='" + AUDIT + ":"
                + catalogue.password(AUDIT) + "'; PLAN='" + PLAN + ":" + catalogue.password(PLAN) + "'\n";
        assertThat(curl.output(before + commands))
                .contains("选址", "asked: R-", "given: G-", "审计项目结束")
                .doesNotContain("Fault");
    }

    private static String fault(Question question) throws IOException {
        return hub.client(AUDIT).query(question).fault().map(Reply.Fault::code).orElse("");
    }

    private static void within5Seconds(Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!isSo.call()) {
            assertThat(System.nanoTime()).as("within five seconds").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static RequestGrant asked() {
        Label basis = new Label();
        basis.setZh("《审计法》第三十一条");
        basis.setEn("Audit Law, art. 31");
        Purpose purpose = new Purpose();
        purpose.setCode("AUDIT");
        purpose.setLegalBasis(basis);
        Terms terms = new Terms();
        terms.getPurpose().add(purpose);
        terms.getKey().add("permitNumber");
        RequestGrant asked = new RequestGrant();
        asked.setSubject(SUBJECT);
        asked.setTerms(terms);
        return asked;
    }

    private static GrantRequest answer(String caller, String request, Narrower narrower) throws Refused {
        AnswerGrantRequest answer = new AnswerGrantRequest();
        answer.setRequest(request);
        answer.setDecision(Decision.GIVE);
        answer.setReason("审计只需建设单位，㑇");
        answer.setNarrower(narrower);
        Catalog catalog = catalogue.as(caller);
        return catalog.answerGrantRequest(answer).getRequest();
    }

    private static List<GrantRequest> requests(String caller, Role role) throws Refused {
        ListGrantRequests asked = new ListGrantRequests();
        asked.setRole(role);
        return catalogue.as(caller).listGrantRequests(asked).getRequest();
    }

    private static List<Grant> grants(String caller) throws Refused {
        ListGrants asked = new ListGrants();
        asked.setRole(Role.CONSUMER);
        return catalogue.as(caller).listGrants(asked).getGrant();
    }

    private static boolean granted() throws Refused {
        DescribeSubject asked = new DescribeSubject();
        asked.setCode(SUBJECT);
        return catalogue
                .as(AUDIT)
                .describeSubject(asked)
                .getSubject()
                .getSummary()
                .isGranted();
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).getFaultInfo().getCode();
    }
}

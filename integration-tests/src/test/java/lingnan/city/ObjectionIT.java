package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import lingnan.city.data.WellKnown;
import lingnan.wsdl.catalog.AcknowledgeNotice;
import lingnan.wsdl.catalog.AddToObjection;
import lingnan.wsdl.catalog.AnswerObjection;
import lingnan.wsdl.catalog.FileObjection;
import lingnan.wsdl.catalog.ListNotices;
import lingnan.wsdl.catalog.ListObjections;
import lingnan.wsdl.catalog.Notice;
import lingnan.wsdl.catalog.Objection;
import lingnan.wsdl.catalog.RecordKey;
import lingnan.wsdl.catalog.Refused;
import lingnan.wsdl.catalog.Said;
import lingnan.wsdl.catalog.Verdict;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The enterprise register cannot write a rare character, and says 广州（土口）䶮 for 广州𠮷䶮. Quality supervision has seen the
 * licence and objects; tax was shown the same record; planning was not.
 */
class ObjectionIT {

    private static final String AIC = "GZ/GOV/AIC/ENT";
    private static final String QTS = "GZ/GOV/QTS/ORG";
    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String PLAN = "GZ/GOV/PLAN/PERMIT";

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;
    private static CatalogueClient catalogue;
    private static String seenByQts;
    private static String seenByLtax;

    @BeforeAll
    static void twoAreShownTheRecord() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 1, 50), EnumSet.of(SimulatedAgency.AIC));
        hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
        catalogue = new CatalogueClient(hub);
        seenByQts = shown(QTS, "CODE-ISSUE");
        seenByLtax = shown(LTAX, "TAX-COMPARE");
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
    void goesFromADoubtToACorrectionThatAllReceiversAreToldOf() throws Refused, IOException {
        Objection filed = file(QTS, doubt(seenByQts, "name")).getObjection();
        assertThat(filed.getState()).isEqualTo("OPEN");
        assertThat(filed.getProvider()).isEqualTo("AIC");
        assertThat(filed.getAnswerDue().toString())
                .isGreaterThan(filed.getFiledOn().toString());
        assertThat(filed.isOverdue()).isFalse();
        String id = filed.getId();

        assertThat(objections(AIC)).extracting(Objection::getId).contains(id);
        assertThat(objections(LTAX)).extracting(Objection::getId).doesNotContain(id);
        assertThat(code(() -> answer(QTS, id, Verdict.ACCEPTED, "好"))).isEqualTo("objection_not_yours");
        assertThat(code(() -> answer(LTAX, id, Verdict.ACCEPTED, "好"))).isEqualTo("objection_unknown");
        assertThat(code(() -> add(QTS, id, "执照扫描件"))).isEqualTo("objection_settled");

        answer(AIC, id, Verdict.MORE_NEEDED, "请附营业执照编号");
        assertThat(notices(QTS, id)).extracting(Notice::getOutcome).containsExactly("MORE_NEEDED");
        add(QTS, id, "执照字号：𠮷字第1号，㑇");
        Objection settled = answer(AIC, id, Verdict.ACCEPTED, "原系统不能录入𠮷，已更正");
        assertThat(settled.getState()).isEqualTo("ACCEPTED");
        assertThat(settled.getDoubt().getBelieved()).isEqualTo(WellKnown.RARE_NAME);
        assertThat(settled.getSaid()).extracting(Said::getWhat).containsExactly("MORE_NEEDED", "ADDED", "ACCEPTED");
        assertThat(settled.getSaid()).extracting(Said::getWords).contains("执照字号：𠮷字第1号，㑇");
        assertThat(code(() -> answer(AIC, id, Verdict.REJECTED, "不"))).isEqualTo("objection_settled");

        List<Notice> told = notices(LTAX, id);
        assertThat(told).extracting(Notice::getOutcome).containsExactly("ACCEPTED");
        assertThat(told.get(0).getKey().getValue()).isEqualTo(WellKnown.RARE_REGISTRATION_NUMBER);
        assertThat(notices(PLAN, id)).isEmpty();

        AcknowledgeNotice read = new AcknowledgeNotice();
        read.setNotice(told.get(0).getId());
        assertThat(code(() -> catalogue.as(QTS).acknowledgeNotice(read))).isEqualTo("objection_unknown");
        assertThat(catalogue.as(LTAX).acknowledgeNotice(read).getNotice().getAcknowledgedOn())
                .isNotNull();
        assertThat(notices(LTAX, id)).isEmpty();

        String way = HubCommand.run(hub, "trace", id).output();
        assertThat(way).contains("objection filed", "objection accepted", "notice given", "notice acknowledged");
        assertThat(HubCommand.run(hub, "verify", "--live").exitCode()).isZero();
    }

    @Test
    void takesNoObjectionToWhatTheObjectorWasNotShown() throws Refused {
        int before = objections(AIC).size();
        assertThat(code(() -> file(QTS, doubt(seenByLtax, "name")))).isEqualTo("unknown_message");
        assertThat(code(() -> file(LTAX, doubt(seenByLtax, "legalRepresentativeId"))))
                .as("withheld from tax")
                .isEqualTo("objection_invalid");
        assertThat(code(() -> file(LTAX, doubt(seenByLtax, "noSuchField")))).isEqualTo("objection_invalid");
        FileObjection another = doubt(seenByLtax, "name");
        another.getKey().setValue(WellKnown.REGISTRATION_NUMBER);
        assertThat(code(() -> file(LTAX, another))).as("another record").isEqualTo("objection_invalid");
        FileObjection byName = doubt(seenByLtax, "name");
        byName.getKey().setField("name");
        byName.getKey().setValue(WellKnown.RARE_NAME_AT_AIC);
        assertThat(code(() -> file(LTAX, byName))).as("may name many").isEqualTo("objection_invalid");
        FileObjection elsewhere = doubt(seenByLtax, "name");
        elsewhere.setSubject("QTS-ORG-CODE");
        assertThat(code(() -> file(LTAX, elsewhere))).isEqualTo("objection_invalid");
        FileObjection nothing = doubt(seenByLtax, "name");
        nothing.setBelieved(nothing.getSeen());
        assertThat(code(() -> file(LTAX, nothing))).isEqualTo("objection_invalid");
        assertThat(objections(AIC)).hasSize(before);
    }

    @Test
    void letsAnOperatorSeeItAndAnswerForTheProvider() throws Refused, IOException {
        String id = file(LTAX, doubt(seenByLtax, "name")).getObjection().getId();
        assertThat(HubCommand.run(hub, "objection", "list", "--open").output())
                .contains(id)
                .doesNotContain(WellKnown.RARE_NAME_AT_AIC);
        assertThat(HubCommand.run(hub, "objection", "show", id).output())
                .contains(WellKnown.RARE_NAME, WellKnown.RARE_NAME_AT_AIC, "营业执照正本");
        String[] answer = {"objection", "answer", id, "REJECTED", "--reason", "与登记档案一致"};
        assertThat(HubCommand.run(hub, answer).exitCode()).isZero();
        assertThat(HubCommand.run(hub, answer).exitCode()).isEqualTo(1);
        assertThat(notices(LTAX, id)).extracting(Notice::getOutcome).containsExactly("REJECTED");
        assertThat(HubCommand.run(hub, "trace", id).output()).contains("objection rejected", "looked");
    }

    @Test
    void erasesAllOfItWithItsMessage() throws Refused, IOException {
        String key = "<h:idempotencyKey xmlns:h=\"urn:lingnan:hub:1\">erased</h:idempotencyKey>";
        String filed = catalogue.post(LTAX, key, xml("营业执照副本")).text();
        String again = catalogue.post(LTAX, key, xml("营业执照副本")).text();
        String id = filed.replaceFirst("(?s).*<[^>]*id>(O-[^<]*)<.*", "$1");
        assertThat(again).contains(">" + id + "<");
        String message = objections(LTAX).stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow()
                .getMessageId();
        answer(AIC, id, Verdict.REJECTED, "与登记底档一致");
        assertThat(code(() -> answer(AIC, id, Verdict.REJECTED, "与登记底档相符"))).isEqualTo("objection_settled");
        String[] all = {"trace", id, WellKnown.RARE_REGISTRATION_NUMBER, "--limit", "100"};
        assertThat(HubCommand.run(hub, all).output()).contains("营业执照副本", "与登记底档一致", "FileObjection", "ListObjections");

        HubCommand.run(hub, "erase", message, "--reason", "测试");
        assertThat(HubCommand.run(hub, all).output())
                .contains("FileObjection")
                .doesNotContain("营业执照副本", "与登记底档一致", "与登记底档相符");
        assertThat(catalogue.post(LTAX, key, xml("营业执照副本")).text()).contains(">" + id + "<");
        assertThat(HubCommand.run(hub, "verify", "--live").exitCode()).isZero();
    }

    @Test
    void givesTheSameAnswerToARepeatedCommand() throws IOException {
        String key = "<h:idempotencyKey xmlns:h=\"urn:lingnan:hub:1\">𠮷-1</h:idempotencyKey>";
        String first = catalogue.post(LTAX, key, xml("请核对")).text();
        String id = first.replaceFirst("(?s).*<[^>]*id>(O-[^<]*)<.*", "$1");
        assertThat(id).startsWith("O-");
        assertThat(catalogue.post(LTAX, key, xml("请核对")).text()).contains(">" + id + "<");
        assertThat(catalogue.post(LTAX, key, xml("请再核对")).code()).isEqualTo("duplicate_mismatch");
        assertThat(HubCommand.run(hub, "trace", id).output().split("objection filed", -1))
                .hasSize(2);
    }

    private static String shown(String caller, String purpose) throws IOException {
        Reply reply = hub.client(caller)
                .query(Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.RARE_REGISTRATION_NUMBER)
                        .purpose(purpose));
        assertThat(reply.field("name")).isEqualTo(WellKnown.RARE_NAME_AT_AIC);
        return reply.messageId().orElseThrow();
    }

    private static FileObjection doubt(String interaction, String field) {
        FileObjection doubt = new FileObjection();
        doubt.setInteraction(interaction);
        doubt.setSubject("AIC-ENT-REG");
        RecordKey key = new RecordKey();
        key.setField("registrationNumber");
        key.setValue(WellKnown.RARE_REGISTRATION_NUMBER);
        doubt.setKey(key);
        doubt.setField(field);
        doubt.setSeen(WellKnown.RARE_NAME_AT_AIC);
        doubt.setBelieved(WellKnown.RARE_NAME);
        doubt.setEvidence("营业执照正本");
        return doubt;
    }

    private static String xml(String evidence) {
        return "<FileObjection xmlns=\"urn:lingnan:hub:catalog:1\"><interaction>" + seenByLtax
                + "</interaction><subject>AIC-ENT-REG</subject><key><field>registrationNumber</field><value>"
                + WellKnown.RARE_REGISTRATION_NUMBER + "</value></key><field>registeredAddress</field><seen/><evidence>"
                + evidence + "</evidence></FileObjection>";
    }

    private static lingnan.wsdl.catalog.ObjectionAnswer file(String caller, FileObjection doubt) throws Refused {
        return catalogue.as(caller).fileObjection(doubt);
    }

    private static Objection answer(String caller, String id, Verdict verdict, String reason) throws Refused {
        AnswerObjection said = new AnswerObjection();
        said.setObjection(id);
        said.setVerdict(verdict);
        said.setReason(reason);
        return catalogue.as(caller).answerObjection(said).getObjection();
    }

    private static Objection add(String caller, String id, String evidence) throws Refused {
        AddToObjection said = new AddToObjection();
        said.setObjection(id);
        said.setEvidence(evidence);
        return catalogue.as(caller).addToObjection(said).getObjection();
    }

    private static List<Objection> objections(String caller) throws Refused {
        return catalogue.as(caller).listObjections(new ListObjections()).getObjection();
    }

    private static List<Notice> notices(String caller, String objection) throws Refused {
        return catalogue.as(caller).listNotices(new ListNotices()).getNotice().stream()
                .filter(notice -> notice.getObjection().equals(objection))
                .toList();
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).getFaultInfo().getCode();
    }
}

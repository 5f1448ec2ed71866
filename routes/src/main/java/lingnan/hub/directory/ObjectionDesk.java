package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.Optional;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.objections.Dossier;
import lingnan.hub.objections.Doubt;
import lingnan.hub.objections.Objections;
import lingnan.wsdl.catalog.AcknowledgeNoticeResponse;
import lingnan.wsdl.catalog.AddToObjection;
import lingnan.wsdl.catalog.AnswerObjection;
import lingnan.wsdl.catalog.FileObjection;
import lingnan.wsdl.catalog.ListNoticesResponse;
import lingnan.wsdl.catalog.ListObjectionsResponse;
import lingnan.wsdl.catalog.Notice;
import lingnan.wsdl.catalog.Objection;
import lingnan.wsdl.catalog.ObjectionAnswer;
import lingnan.wsdl.catalog.RecordKey;
import lingnan.wsdl.catalog.Said;
import org.springframework.stereotype.Component;

/** Where agencies object to what they received, answer objections, and are told what came of them. */
@Component
final class ObjectionDesk {

    private final Objections objections;
    private final BusinessClock clock;

    ObjectionDesk(Objections objections, BusinessClock clock) {
        this.objections = objections;
        this.clock = clock;
    }

    ObjectionAnswer file(Visit visit, FileObjection said) {
        Doubt doubt = new Doubt(
                MessageId.parse(said.getInteraction()),
                GrantDesk.subject(said.getSubject()),
                said.getKey().getField(),
                said.getKey().getValue(),
                said.getField(),
                said.getSeen(),
                Optional.ofNullable(said.getBelieved()).orElse(""),
                said.getEvidence());
        return answer(
                under(visit, said).file(visit.agency(), doubt, visit.actor()).id());
    }

    ObjectionAnswer answer(Visit visit, AnswerObjection said) {
        Objections.Verdict verdict =
                Objections.Verdict.valueOf(said.getVerdict().name());
        return answer(under(visit, said)
                .answer(said.getObjection(), verdict, said.getReason(), visit.actor())
                .id());
    }

    ObjectionAnswer add(Visit visit, AddToObjection said) {
        return answer(under(visit, said)
                .add(said.getObjection(), said.getEvidence(), visit.actor())
                .id());
    }

    private Objections under(Visit visit, Object said) {
        return CommandDigest.whole(visit, said).map(objections::under).orElse(objections);
    }

    ListObjectionsResponse list(Visit visit, boolean open) {
        ListObjectionsResponse response = new ListObjectionsResponse();
        objections.list(new Objections.Filter(Optional.of(visit.agency()), open)).stream()
                .map(this::written)
                .forEach(response.getObjection()::add);
        return response;
    }

    ListNoticesResponse notices(Visit visit, boolean all) {
        ListNoticesResponse response = new ListNoticesResponse();
        objections.notices(visit.agency(), !all).stream()
                .map(ObjectionDesk::written)
                .forEach(response.getNotice()::add);
        return response;
    }

    AcknowledgeNoticeResponse acknowledge(Visit visit, String notice) {
        AcknowledgeNoticeResponse response = new AcknowledgeNoticeResponse();
        response.setNotice(written(objections.acknowledge(notice, visit.actor())));
        return response;
    }

    private ObjectionAnswer answer(String id) {
        ObjectionAnswer answer = new ObjectionAnswer();
        answer.setObjection(written(objections.find(id).orElseThrow()));
        return answer;
    }

    private Objection written(Dossier dossier) {
        lingnan.hub.objections.Objection objection = dossier.objection();
        LocalDate today = clock.today();
        Objection written = new Objection();
        written.setId(objection.id());
        written.setMessageId(objection.message().toString());
        written.setObjector(objection.objector().value());
        written.setProvider(objection.provider().value());
        written.setSubject(objection.subject().value());
        written.setInteraction(objection.interaction().toString());
        written.setField(objection.field());
        written.setState(objection.state().name());
        written.setFiledOn(Days.write(objection.filedOn()));
        written.setAnswerDue(Days.write(objection.answerBy().due()));
        written.setAnswerDueAssumed(objection.answerBy().assumed());
        written.setOverdue(objection.isOverdueOn(today));
        Days.write(objection.settledOn(), written::setSettledOn);
        dossier.doubt().map(ObjectionDesk::written).ifPresent(written::setDoubt);
        dossier.said().forEach(said -> written.getSaid().add(written(said)));
        return written;
    }

    private static lingnan.wsdl.catalog.Doubt written(Doubt doubt) {
        lingnan.wsdl.catalog.Doubt written = new lingnan.wsdl.catalog.Doubt();
        written.setKey(key(doubt.key(), doubt.keyValue()));
        written.setSeen(doubt.seen());
        written.setBelieved(doubt.believed());
        written.setEvidence(doubt.evidence());
        return written;
    }

    private static Said written(Dossier.Said said) {
        Said written = new Said();
        written.setWhat(said.what());
        written.setOn(Days.write(said.on()));
        written.setBy(said.by());
        written.setWords(said.text());
        return written;
    }

    private static Notice written(lingnan.hub.objections.Notice notice) {
        Notice written = new Notice();
        written.setId(notice.id());
        written.setObjection(notice.objection());
        written.setSubject(notice.subject().value());
        written.setProvider(notice.provider().value());
        notice.record().ifPresent(key -> written.setKey(key(key.field(), key.value())));
        written.setField(notice.field());
        written.setOutcome(notice.outcome().name());
        written.setToldOn(Days.write(notice.toldOn()));
        Days.write(notice.acknowledgedOn(), written::setAcknowledgedOn);
        return written;
    }

    private static RecordKey key(String field, String value) {
        RecordKey key = new RecordKey();
        key.setField(field);
        key.setValue(value);
        return key;
    }
}

package lingnan.hub.directory;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lingnan.hub.access.Looks;
import lingnan.hub.contract.Calls;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Key;
import lingnan.wsdl.catalog.AcknowledgeNotice;
import lingnan.wsdl.catalog.AcknowledgeNoticeResponse;
import lingnan.wsdl.catalog.AddToObjection;
import lingnan.wsdl.catalog.AnswerGrantRequest;
import lingnan.wsdl.catalog.AnswerObjection;
import lingnan.wsdl.catalog.Catalog;
import lingnan.wsdl.catalog.ConfirmSharing;
import lingnan.wsdl.catalog.DescribeSubject;
import lingnan.wsdl.catalog.DescribeSubjectResponse;
import lingnan.wsdl.catalog.FileObjection;
import lingnan.wsdl.catalog.FindAgencies;
import lingnan.wsdl.catalog.FindAgenciesResponse;
import lingnan.wsdl.catalog.FindProgrammes;
import lingnan.wsdl.catalog.FindProgrammesResponse;
import lingnan.wsdl.catalog.FindSubjects;
import lingnan.wsdl.catalog.FindSubjectsResponse;
import lingnan.wsdl.catalog.ListGrantRequests;
import lingnan.wsdl.catalog.ListGrantRequestsResponse;
import lingnan.wsdl.catalog.ListGrants;
import lingnan.wsdl.catalog.ListGrantsResponse;
import lingnan.wsdl.catalog.ListNotices;
import lingnan.wsdl.catalog.ListNoticesResponse;
import lingnan.wsdl.catalog.ListObjections;
import lingnan.wsdl.catalog.ListObjectionsResponse;
import lingnan.wsdl.catalog.ObjectionAnswer;
import lingnan.wsdl.catalog.RequestAnswer;
import lingnan.wsdl.catalog.RequestGrant;
import lingnan.wsdl.catalog.RevokeGrant;
import lingnan.wsdl.catalog.RevokeGrantResponse;
import lingnan.wsdl.catalog.WithdrawGrantRequest;
import lingnan.wsdl.xroad.AllowedMethods;
import lingnan.wsdl.xroad.ListMethods;
import lingnan.wsdl.xroad.MethodListType;
import org.jspecify.annotations.Nullable;

/** The contract's face: says who calls, has each look logged before it is answered and each command once, and hands on. */
@WebService(endpointInterface = "lingnan.wsdl.catalog.Catalog")
final class CatalogEndpoint implements Catalog {

    private final Looks looks;
    private final Commands commands;
    private final Desks desks;

    @Resource
    private @Nullable WebServiceContext context;

    CatalogEndpoint(Looks looks, Commands commands, Desks desks) {
        this.looks = looks;
        this.commands = commands;
        this.desks = desks;
    }

    @Override
    public FindSubjectsResponse findSubjects(FindSubjects asked) {
        return looking("FindSubjects", visit -> desks.shelves().find(visit, asked));
    }

    @Override
    public DescribeSubjectResponse describeSubject(DescribeSubject asked) {
        return looking("DescribeSubject", visit -> desks.shelves().describe(visit, asked));
    }

    @Override
    public FindAgenciesResponse findAgencies(FindAgencies asked) {
        return looking("FindAgencies", visit -> desks.shelves().find(asked));
    }

    @Override
    public FindProgrammesResponse findProgrammes(FindProgrammes asked) {
        return looking("FindProgrammes", visit -> desks.shelves().find(asked));
    }

    @Override
    public MethodListType listMethods(ListMethods asked) {
        return looking("listMethods", desks.methods()::offered);
    }

    @Override
    public MethodListType allowedMethods(AllowedMethods asked) {
        return looking("allowedMethods", desks.methods()::allowed);
    }

    @Override
    public ListGrantRequestsResponse listGrantRequests(ListGrantRequests asked) {
        return looking("ListGrantRequests", visit -> desks.grants().list(visit, asked));
    }

    @Override
    public ListGrantsResponse listGrants(ListGrants asked) {
        return looking("ListGrants", visit -> desks.grants().list(visit, asked));
    }

    @Override
    public RequestAnswer requestGrant(RequestGrant said) {
        return commanded(said, RequestAnswer.class, visit -> desks.grants().request(visit, said));
    }

    @Override
    public RequestAnswer answerGrantRequest(AnswerGrantRequest said) {
        return commanded(said, RequestAnswer.class, visit -> desks.grants().answer(visit, said));
    }

    @Override
    public RequestAnswer withdrawGrantRequest(WithdrawGrantRequest said) {
        return commanded(said, RequestAnswer.class, visit -> desks.grants().withdraw(visit, said));
    }

    @Override
    public RequestAnswer confirmSharing(ConfirmSharing said) {
        return commanded(said, RequestAnswer.class, visit -> desks.grants().shared(visit, said.getRequest()));
    }

    @Override
    public RevokeGrantResponse revokeGrant(RevokeGrant said) {
        return commanded(
                said, RevokeGrantResponse.class, visit -> desks.grants().revoke(visit, said));
    }

    @Override
    public ListObjectionsResponse listObjections(ListObjections asked) {
        return showing(
                "ListObjections",
                visit -> desks.objections().list(visit, Boolean.TRUE.equals(asked.isOpen())),
                found -> found.getObjection().stream()
                        .map(shown -> new Key("objection", shown.getId(), false))
                        .toList());
    }

    @Override
    public ListNoticesResponse listNotices(ListNotices asked) {
        return showing(
                "ListNotices",
                visit -> desks.objections().notices(visit, Boolean.TRUE.equals(asked.isAll())),
                found -> found.getNotice().stream()
                        .flatMap(shown -> Stream.of(
                                new Key("notice", shown.getId(), false),
                                new Key("objection", shown.getObjection(), false)))
                        .distinct()
                        .toList());
    }

    @Override
    public ObjectionAnswer fileObjection(FileObjection said) {
        return commanded(
                said, ObjectionAnswer.class, visit -> desks.objections().file(visit, said));
    }

    @Override
    public ObjectionAnswer answerObjection(AnswerObjection said) {
        return commanded(
                said, ObjectionAnswer.class, visit -> desks.objections().answer(visit, said));
    }

    @Override
    public ObjectionAnswer addToObjection(AddToObjection said) {
        return commanded(
                said, ObjectionAnswer.class, visit -> desks.objections().add(visit, said));
    }

    @Override
    public AcknowledgeNoticeResponse acknowledgeNotice(AcknowledgeNotice said) {
        return commanded(said, AcknowledgeNoticeResponse.class, visit -> desks.objections()
                .acknowledge(visit, said.getNotice()));
    }

    private <T> T looking(String what, Function<Visit, T> answer) {
        Visit visit = visit();
        looks.looked(
                new Looks.Looker(visit.caller(), visit.remoteAddress(), "catalog"), visit.message(), what, List.of());
        return answer.apply(visit);
    }

    /** What is said of records is shown only after the entry that names all that is shown. */
    private <T> T showing(String what, Function<Visit, T> read, Function<T, List<Key>> shown) {
        Visit visit = visit();
        T found = read.apply(visit);
        looks.looked(
                new Looks.Looker(visit.caller(), visit.remoteAddress(), "catalog"),
                visit.message(),
                what,
                shown.apply(found));
        return found;
    }

    private <T> T commanded(Object said, Class<T> type, Function<Visit, T> act) {
        Visit visit = visit();
        return commands.once(visit, said, type, () -> act.apply(visit));
    }

    private Visit visit() {
        WebServiceContext call = context;
        if (call == null) {
            throw new IllegalStateException("The catalogue was asked before it was published.");
        }
        return new Visit(
                Calls.caller(call),
                Calls.remoteAddress(call),
                Calls.messageId(call),
                Calls.headers(),
                new Body(Body.Role.REQUEST_RECEIVED, Calls.contentType(call), Calls.received(call)),
                Calls.sibling(call, ""));
    }
}

package lingnan.hub.directory;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.List;
import java.util.function.Function;
import lingnan.hub.access.Looks;
import lingnan.hub.contract.Calls;
import lingnan.wsdl.catalog.Catalog;
import lingnan.wsdl.catalog.DescribeSubject;
import lingnan.wsdl.catalog.DescribeSubjectResponse;
import lingnan.wsdl.catalog.FindAgencies;
import lingnan.wsdl.catalog.FindAgenciesResponse;
import lingnan.wsdl.catalog.FindProgrammes;
import lingnan.wsdl.catalog.FindProgrammesResponse;
import lingnan.wsdl.catalog.FindSubjects;
import lingnan.wsdl.catalog.FindSubjectsResponse;
import lingnan.wsdl.xroad.AllowedMethods;
import lingnan.wsdl.xroad.ListMethods;
import lingnan.wsdl.xroad.MethodListType;
import org.jspecify.annotations.Nullable;

/** The contract's face: says who calls, has each look logged before it is answered, and hands on. */
@WebService(endpointInterface = "lingnan.wsdl.catalog.Catalog")
final class CatalogEndpoint implements Catalog {

    private final Looks looks;
    private final Shelves shelves;
    private final Methods methods;

    @Resource
    private @Nullable WebServiceContext context;

    CatalogEndpoint(Looks looks, Shelves shelves, Methods methods) {
        this.looks = looks;
        this.shelves = shelves;
        this.methods = methods;
    }

    @Override
    public FindSubjectsResponse findSubjects(FindSubjects asked) {
        return looking("FindSubjects", visit -> shelves.find(visit, asked));
    }

    @Override
    public DescribeSubjectResponse describeSubject(DescribeSubject asked) {
        return looking("DescribeSubject", visit -> shelves.describe(visit, asked));
    }

    @Override
    public FindAgenciesResponse findAgencies(FindAgencies asked) {
        return looking("FindAgencies", visit -> shelves.find(asked));
    }

    @Override
    public FindProgrammesResponse findProgrammes(FindProgrammes asked) {
        return looking("FindProgrammes", visit -> shelves.find(asked));
    }

    @Override
    public MethodListType listMethods(ListMethods asked) {
        return looking("listMethods", methods::offered);
    }

    @Override
    public MethodListType allowedMethods(AllowedMethods asked) {
        return looking("allowedMethods", methods::allowed);
    }

    private <T> T looking(String what, Function<Visit, T> answer) {
        Visit visit = visit();
        looks.looked(
                new Looks.Looker(visit.caller(), visit.remoteAddress(), "catalog"), visit.message(), what, List.of());
        return answer.apply(visit);
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
                Calls.sibling(call, ""));
    }
}

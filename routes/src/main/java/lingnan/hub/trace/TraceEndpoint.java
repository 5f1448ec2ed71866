package lingnan.hub.trace;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.List;
import lingnan.hub.access.Looks.Looker;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.contract.Calls;
import lingnan.hub.kernel.MessageId;
import lingnan.wsdl.trace.Step;
import lingnan.wsdl.trace.Summary;
import lingnan.wsdl.trace.Trace;
import org.jspecify.annotations.Nullable;

/** The contract's face: takes the call apart and puts the answer into the contract's types. */
@WebService(endpointInterface = "lingnan.wsdl.trace.Trace")
final class TraceEndpoint implements Trace {

    private static final int DEFAULT_LIMIT = 20;

    private final OwnTraces traces;
    private final Catalog catalog;

    @Resource
    private @Nullable WebServiceContext context;

    TraceEndpoint(OwnTraces traces, Catalog catalog) {
        this.traces = traces;
        this.catalog = catalog;
    }

    @Override
    public List<Summary> find(String key, @Nullable Integer limit) {
        int atMost = limit == null ? DEFAULT_LIMIT : limit;
        return traces.find(looker(), key, atMost).stream().map(form()::summary).toList();
    }

    @Override
    public List<Step> getTrace(String messageId, @Nullable Boolean bodies) {
        boolean wanted = Boolean.TRUE.equals(bodies);
        return traces.trace(looker(), MessageId.parse(messageId), wanted).stream()
                .map(form()::step)
                .toList();
    }

    private ContractForm form() {
        return new ContractForm(AgencyNames.of(catalog.current()));
    }

    private Looker looker() {
        WebServiceContext call = context;
        if (call == null) {
            throw new IllegalStateException("The trace service was called before it was published.");
        }
        return new Looker(Calls.caller(call), Calls.remoteAddress(call), "trace");
    }
}

package lingnan.city.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lingnan.city.agency.AgencyOptions;
import lingnan.city.agency.AgencyServer;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * LRH's address for answers that the hub pushes: takes whatever SOAP answer is posted, keeps its bytes beside the
 * ledger, and confirms with 202 and no body. The ledger's operation is the name of the element in the SOAP body.
 */
public final class AnswerReceiver implements Stack {

    private final Path kept;

    private AnswerReceiver(Path kept) {
        this.kept = kept;
    }

    public static void main(String[] arguments) throws IOException {
        AgencyOptions options = AgencyOptions.parse(arguments, System.getenv());
        AgencyServer.serve(options, new AnswerReceiver(Files.createDirectories(keptBeside(options.ledger()))));
    }

    /** The folder that holds each answer's bytes, in a file named for the ledger's number of the call. */
    public static Path keptBeside(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".answers");
    }

    @Override
    public Answer answer(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            return Soap.xml(405, "text/plain", "POST a SOAP answer here.\n");
        }
        Element payload;
        try {
            payload = Soap.payload(call.body());
        } catch (SAXException e) {
            return Soap.xml(400, "text/plain;charset=UTF-8", "Not SOAP: " + e.getMessage() + "\n");
        }
        if (call.isToFail()) {
            return Soap.xml(503, "text/plain", "Not now.\n");
        }
        keep(call);
        call.acts(payload.getLocalName(), call.messageId());
        return new Answer(202, "", new byte[0]);
    }

    private void keep(Call call) throws IOException {
        Path half = kept.resolve(call.id() + ".part");
        Files.write(half, call.body());
        Files.move(half, kept.resolve(call.id() + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }
}

package lingnan.city.aic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.soap.SOAPException;
import javax.xml.soap.SOAPMessage;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack;
import org.apache.axis.AxisFault;
import org.apache.axis.Message;
import org.apache.axis.MessageContext;
import org.apache.axis.server.AxisServer;
import org.apache.axis.transport.http.HTTPConstants;
import org.apache.axis.utils.XMLUtils;
import org.w3c.dom.Document;

/** Axis' engine behind HTTP, with the behaviour of its {@code AxisServlet}: SOAPAction must be there, faults are 500. */
record AxisStack(AxisServer engine) implements Stack {

    private static final String PATH = "/axis/services/EnterpriseService";
    private static final String SERVICE = "EnterpriseService";

    @Override
    public Answer answer(Call call) throws IOException {
        if (!call.uri().getPath().equals(PATH)) {
            return Soap.xml(404, "text/html", "<h2>AXIS error</h2><p>No service is available at this URL</p>");
        }
        MessageContext context = context(call);
        if (call.method().equals("POST")) {
            return invoke(call, context);
        }
        if ("wsdl".equalsIgnoreCase(call.uri().getQuery())) {
            engine.generateWSDL(context);
            return wsdl((Document) context.getProperty("WSDL"));
        }
        return Soap.xml(
                200, "text/html;charset=utf-8", "<h1>EnterpriseService</h1><p>Hi there, this is an AXIS service!</p>");
    }

    private MessageContext context(Call call) throws AxisFault {
        MessageContext context = new MessageContext(engine);
        String address = call.uri().toString().replaceFirst("\\?.*", "");
        context.setTransportName("http");
        context.setProperty(MessageContext.TRANS_URL, address);
        context.setTargetService(SERVICE);
        return context;
    }

    private Answer invoke(Call call, MessageContext context) throws IOException {
        Message request = new Message(
                new ByteArrayInputStream(call.body()),
                false,
                call.header("Content-Type"),
                call.uri().toString());
        copy(call.headers(), request);
        context.setRequestMessage(request);
        try {
            context.setUseSOAPAction(true);
            context.setSOAPActionURI(action(call));
            parse(request);
            engine.invoke(context);
            Message response = context.getResponseMessage();
            return response == null ? new Answer(202, "", new byte[0]) : written(200, response, context);
        } catch (AxisFault fault) {
            return written(500, new Message(fault), context);
        }
    }

    /**
     * One at a time: while parsing, Axis 1.4 sorts a list that all calls share, which fails on Java 8 and later if two
     * do so at once.
     */
    private void parse(Message request) throws AxisFault {
        synchronized (engine) {
            request.getSOAPEnvelope();
        }
    }

    private static String action(Call call) throws AxisFault {
        boolean isThere = call.headers().keySet().stream().anyMatch(HTTPConstants.HEADER_SOAP_ACTION::equalsIgnoreCase);
        if (!isThere) {
            throw new AxisFault("Client.NoSOAPAction", "no SOAPAction header!", null, null);
        }
        return call.header(HTTPConstants.HEADER_SOAP_ACTION).replaceAll("^\"|\"$", "");
    }

    private static Answer written(int status, Message message, MessageContext context) throws IOException {
        try {
            message.setMessageContext(context);
            message.setProperty(SOAPMessage.CHARACTER_SET_ENCODING, "UTF-8");
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            message.writeTo(body);
            return new Answer(status, message.getContentType(context.getSOAPConstants()), body.toByteArray());
        } catch (SOAPException e) {
            throw new IOException("Axis could not write its answer", e);
        }
    }

    private static void copy(Map<String, List<String>> headers, Message request) {
        headers.forEach((name, values) ->
                values.forEach(value -> request.getMimeHeaders().addHeader(name, value)));
    }

    private static Answer wsdl(Document document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        XMLUtils.PrettyDocumentToStream(document, body);
        return new Answer(200, "text/xml;charset=utf-8", body.toByteArray());
    }
}

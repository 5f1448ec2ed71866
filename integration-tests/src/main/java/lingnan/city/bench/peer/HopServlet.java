package lingnan.city.bench.peer;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import lingnan.city.bench.peer.Upstream.Passing;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Takes bytes in, has them passed on, and gives bytes back. */
final class HopServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    /** How a hop passes a message on. */
    interface Hop {
        Passing pass(Passing question) throws IOException;
    }

    private final transient Hop hop;

    private HopServlet(Hop hop) {
        this.hop = hop;
    }

    /** Serves on a free port of loopback until the parent goes. */
    static void serve(Hop hop) throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        Path work = Files.createTempDirectory("hop");
        tomcat.setBaseDir(work.toString());
        Connector connector = new Connector();
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "hop", new HopServlet(hop)).addMapping("/*");
        tomcat.start();
        work.toFile().deleteOnExit();
        Parent.listening(connector.getLocalPort());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        Passing answer = hop.pass(new Passing(request.getRequestURI(), request.getContentType(), bytes));
        response.setContentType(answer.contentType());
        response.setContentLength(answer.bytes().length);
        response.getOutputStream().write(answer.bytes());
    }
}

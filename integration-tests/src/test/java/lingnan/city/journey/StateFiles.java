package lingnan.city.journey;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to be loaded, as a provider would write them. */
record StateFiles(Path folder) {

    static final String PROJECTS = "urn:lingnan:gz:DRC-PROJECT:1";

    static StateFiles in(Path folder) {
        return new StateFiles(folder);
    }

    /** A record of three lines, or more. */
    static String project(String number, String name, String more) {
        return "<record>\n  <projectNumber>" + number + "</projectNumber>\n  <projectName>" + name + "</projectName>"
                + more + "</record>\n";
    }

    Path projects(String asOf, String records) throws IOException {
        return write(PROJECTS, asOf, records, "UTF-8");
    }

    /** @param asOf may be empty, so that the file does not say */
    Path write(String namespace, String asOf, String records, String charset) throws IOException {
        Path file = Files.createTempFile(folder, "state", ".xml");
        String text = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n<records xmlns=\"" + namespace + "\""
                + (asOf.isEmpty() ? "" : " asOf=\"" + asOf + "\"") + ">\n" + records + "</records>\n";
        return Files.write(file, text.getBytes(Charset.forName(charset)));
    }
}

package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every WSDL that the hub composes, plain and with its headers bound, becomes client classes that compile: of all subjects in the long tier, of a sample always. */
class GeneratedClientsIT {

    private static final int SAMPLE = 8;
    private static final int BATCH = 20;
    private static final long SEED = 20_091_110;

    @TempDir
    static Path folder;

    private static HubProcess hub;

    @BeforeAll
    static void start() throws IOException {
        hub = HubProcess.start(new HubProcess.Setting(folder.resolve("hub"), Map.of(), Map.of(), List.of()));
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsdl", "wsdl&headers=xroad"})
    void byCxf(String query) throws Exception {
        compilesByCxf(query, sample());
    }

    @Test
    @Tag("full")
    void allByCxf() throws Exception {
        for (List<String> some : batches()) {
            compilesByCxf("wsdl", some);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsdl", "wsdl&headers=xroad"})
    void byAxis(String query) throws Exception {
        compilesByAxis(query, sample());
    }

    @Test
    @Tag("full")
    void allByAxis() throws Exception {
        for (List<String> some : batches()) {
            compilesByAxis("wsdl", some);
        }
    }

    private static void compilesByCxf(String query, List<String> subjects) throws Exception {
        String libraries = Installation.find().cityClassPath();
        for (String subject : subjects) {
            Path sources = Files.createDirectories(sources("cxf", query, subject));
            String[] arguments = {"-quiet", "-d", sources.toString(), hub.service(subject) + "?" + query};
            new WSDLToJava(arguments).run(new ToolContext());
            assertThat(compiled(sources, libraries))
                    .as(subject)
                    .contains("Query.class", "Answer.class", "HubFault.class");
        }
    }

    private static void compilesByAxis(String query, List<String> subjects) throws Exception {
        String libraries = Installation.find().axisClassPath();
        List<String> command = new ArrayList<>(Installation.java());
        String tests = Path.of(AxisGenerator.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        command.addAll(List.of("-cp", tests + File.pathSeparator + libraries, AxisGenerator.class.getName()));
        for (String subject : subjects) {
            command.addAll(List.of(
                    hub.service(subject) + "?" + query,
                    sources("axis", query, subject).toString()));
        }
        ForeignProgram.of(command.toArray(String[]::new)).output();
        for (String subject : subjects) {
            assertThat(compiled(sources("axis", query, subject), libraries))
                    .as(subject)
                    .contains("Query.class", "Answer.class")
                    .anyMatch(name -> name.endsWith("Soap11Stub.class"))
                    .anyMatch(name -> name.endsWith("Soap12Stub.class"));
        }
    }

    private static List<String> subjects() throws IOException {
        Path city = Installation.find().root().resolve("routes/city/guangzhou-2009/subjects");
        try (Stream<Path> folders = Files.list(city)) {
            List<String> subjects =
                    folders.map(each -> each.getFileName().toString()).sorted().toList();
            assertThat(subjects).hasSize(320);
            return subjects;
        }
    }

    /** A few drawn by lot, the same every day; and one with a unit as attribute. */
    private static List<String> sample() throws IOException {
        List<String> drawn = new ArrayList<>(subjects());
        Collections.shuffle(drawn, new Random(SEED));
        Set<String> sample = new TreeSet<>(drawn.subList(0, SAMPLE));
        sample.add("QTS-ORG-CODE");
        return List.copyOf(sample);
    }

    /** As many at a time as one run of a generator does within its minute. */
    private static List<List<String>> batches() throws IOException {
        List<String> all = subjects();
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
        }
        return batches;
    }

    private static Path sources(String tool, String query, String subject) {
        return folder.resolve(tool).resolve(query.replaceAll("\\W", "-")).resolve(subject);
    }

    /** The names of the classes that the compiler made; fails with what it says otherwise. */
    private static List<String> compiled(Path sources, String libraries) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Path classes = Files.createDirectories(sources.resolveSibling(sources.getFileName() + "-classes"));
        List<String> options =
                List.of("-d", classes.toString(), "-cp", jars(libraries), "-proc:none", "-encoding", "UTF-8");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            boolean isCompiled = compiler.getTask(
                            null, files, said, options, null, files.getJavaFileObjectsFromPaths(all(sources, ".java")))
                    .call();
            assertThat(isCompiled)
                    .as(said.getDiagnostics().stream()
                            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                            .toList()
                            .toString())
                    .isTrue();
        }
        return all(classes, ".class").stream()
                .map(each -> each.getFileName().toString())
                .toList();
    }

    private static List<Path> all(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** The compiler's interface does not know the launcher's star. */
    private static String jars(String libraries) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String part : libraries.split(File.pathSeparator)) {
            if (part.endsWith("*")) {
                all(Path.of(part).getParent(), ".jar").forEach(jar -> jars.add(jar.toString()));
            } else {
                jars.add(part);
            }
        }
        return String.join(File.pathSeparator, jars);
    }
}

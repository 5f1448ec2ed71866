package lingnan.city.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lingnan.city.HubProcess;
import lingnan.city.Installation;

/**
 * Starts hubs as {@code ./hub run} does, with the shipped city, in which all agencies are one provider that may be
 * called by as many at once as the bench has callers.
 */
final class MeasuredHubs {

    private static final Pattern CONCURRENCY = Pattern.compile("(?m)^( *concurrency:) *[0-9]+$");

    private final Path directory;
    private final Path city;
    private final URI provider;

    MeasuredHubs(Path directory, URI provider) throws IOException {
        this.directory = directory;
        this.provider = provider;
        this.city = directory.resolve("city");
        copyCity(Installation.find().root().resolve("routes/city/guangzhou-2009"));
    }

    HubProcess whole() throws IOException {
        return start("whole", List.of());
    }

    /** With {@code lingnan.hub.bench} on its class path. */
    HubProcess withoutLog() throws IOException {
        Path classes = directory.resolve("without-log");
        for (String name : List.of("WithoutLog", "WithoutLog$ForgettingLog")) {
            String file = "lingnan/hub/bench/" + name + ".class";
            try (InputStream in = MeasuredHubs.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new BenchFailure(file + " is not on the class path");
                }
                Path copy = classes.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(in, copy);
            }
        }
        return start("forgetful", List.of(classes));
    }

    private HubProcess start(String name, List<Path> more) throws IOException {
        Map<String, URI> endpoints = new TreeMap<>();
        List.of("AIC", "LTAX", "PSB", "PLAN", "QTS").forEach(code -> endpoints.put("hub.agencies." + code, provider));
        HubProcess.Setting setting = new HubProcess.Setting(
                directory.resolve(name), endpoints, Map.of("HUB_CITY", city.toString()), List.of(), more);
        return HubProcess.start(setting);
    }

    private void copyCity(Path shipped) throws IOException {
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = city.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, widened(file));
            }
        }
    }

    private static String widened(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().contains("/agencies/")
                ? CONCURRENCY.matcher(text).replaceAll("$1 256")
                : text;
    }
}

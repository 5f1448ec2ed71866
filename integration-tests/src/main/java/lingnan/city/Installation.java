package lingnan.city;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the built parts lie: found from this class's own place, so that it works from Maven, from a jar and from an IDE. */
public final class Installation {

    private final Path code;
    private final Path target;

    private Installation(Path code, Path target) {
        this.code = code;
        this.target = target;
    }

    public static Installation find() {
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = code;
            while (!target.endsWith("target")) {
                target = parent(target);
            }
            return new Installation(code, target);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the city's classes is no file", e);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException(
                    "The city runs from a build only, that is from below integration-tests/target");
        }
        return parent;
    }

    /** The repository's root. */
    public Path root() {
        return parent(parent(target));
    }

    /** For processes with CXF or with the JDK alone. */
    String cityClassPath() {
        return code + File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** For processes with Axis, which must not meet CXF's libraries. */
    String axisClassPath() {
        return code + File.pathSeparator + target.resolve("axis") + "/*";
    }

    /** The city's own classes and the hub's libraries, for processes that are compared with a hub. */
    public String peerClassPath() {
        Path routes = root().resolve("routes/target");
        return String.join(
                File.pathSeparator,
                code.toString(),
                routes.resolve("libraries") + "/*",
                routes.resolve("modules") + "/*");
    }

    Path clients() {
        return root().resolve("integration-tests/clients");
    }

    /** @throws IllegalStateException if the hub is not built */
    String hubClassPath() {
        Path routes = root().resolve("routes/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(routes, "lingnan-routes-*.jar")) {
            for (Path jar : jars) {
                return String.join(
                        File.pathSeparator,
                        routes.resolve("libraries") + "/*",
                        routes.resolve("modules") + "/*",
                        jar.toString());
            }
            throw new IllegalStateException("Build the hub first: ./mvnw package makes its jar in " + routes);
        } catch (IOException e) {
            throw new IllegalStateException("Build the hub first: ./mvnw package makes its jar in " + routes, e);
        }
    }

    public static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }
}

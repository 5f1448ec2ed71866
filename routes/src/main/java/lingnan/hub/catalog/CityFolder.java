package lingnan.hub.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The files of a city by their names relative to its folder. What cannot be read becomes a finding. */
final class CityFolder {

    private final Path root;
    private final Findings findings;

    CityFolder(Path root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    /** The same folder, for a part that is read beside others and collects what is wrong with it by itself. */
    CityFolder telling(Findings own) {
        return new CityFolder(root, own);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    boolean exists(String name) {
        return Files.exists(path(name));
    }

    /** The files of a folder that end so, sorted; none if there is no such folder. */
    List<String> files(String folder, String ending) {
        return list(folder).filter(name -> name.endsWith(ending)).toList();
    }

    /** The folders within a folder, sorted. */
    List<String> folders(String folder) {
        return list(folder).filter(name -> Files.isDirectory(path(name))).toList();
    }

    Optional<byte[]> bytes(String name) {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (IOException unreadable) {
            findings.add(name, 0, "The file cannot be read.", "Check that it exists and may be read.");
            return Optional.empty();
        }
    }

    Optional<Entries> yaml(String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path(name))))
                    .toString();
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(Entries.of(findings, name, mapping));
            }
            findings.add(name, 1, "The file holds no keys.", "Write it as key: value lines.");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            findings.add(name, line, "This is not YAML: " + broken.getProblem() + ".", "Correct the line.");
        } catch (CharacterCodingException notUtf8) {
            findings.add(name, 0, "The file is not in UTF-8.", "Save it in UTF-8.");
        } catch (YAMLException | IOException unreadable) {
            findings.add(name, 0, "The file cannot be read.", "Check that it is a text file in UTF-8.");
        }
        return Optional.empty();
    }

    private Stream<String> list(String folder) {
        Path path = path(folder);
        if (!Files.isDirectory(path)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.map(child -> folder + "/" + child.getFileName()).sorted().toList().stream();
        } catch (IOException unreadable) {
            findings.add(folder, 0, "The folder cannot be listed.", "Check that it may be read.");
            return Stream.empty();
        }
    }
}

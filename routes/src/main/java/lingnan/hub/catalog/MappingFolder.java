package lingnan.hub.catalog;

import java.util.List;
import java.util.Optional;
import lingnan.transformers.mapping.Mapping;
import lingnan.transformers.mapping.MappingRefusal;

/** Reads a subject's {@code mappings/}. */
final class MappingFolder {

    private final CityFolder city;
    private final String folder;
    private final Findings findings;

    MappingFolder(CityFolder city, String folder, Findings findings) {
        this.city = city;
        this.folder = folder;
        this.findings = findings;
    }

    SubjectMappings read(String operation, boolean needed) {
        Optional<Mapping> request = mapping("request.xsl");
        Optional<Mapping> answer = mapping("answer.xsl");
        if (needed) {
            for (String name : List.of("request.xsl", "answer.xsl")) {
                if (!city.exists(folder + "/mappings/" + name)) {
                    findings.add(
                            folder,
                            0,
                            "The provider is not canonical, and mappings/" + name + " is missing.",
                            "Add the stylesheet.");
                }
            }
        }
        return new MappingFiles(operation, request, answer);
    }

    private Optional<Mapping> mapping(String name) {
        String file = folder + "/mappings/" + name;
        if (!city.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mapping.compile(city.path(file)));
        } catch (MappingRefusal refused) {
            refused.findings()
                    .forEach(mistake -> findings.add(
                            file,
                            mistake.line(),
                            "The mapping does not compile: " + SubjectFolder.sentence(mistake.what()),
                            "Correct it."));
            return Optional.empty();
        }
    }
}

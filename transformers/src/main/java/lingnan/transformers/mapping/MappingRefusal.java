package lingnan.transformers.mapping;

import java.util.List;

/** A mapping that cannot be compiled, or that failed on a document; names file and line of the stylesheet. */
public final class MappingRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one, in the order found */
    MappingRefusal(List<Finding> findings) {
        super(findings.get(0).toString());
        this.findings = List.copyOf(findings);
    }

    MappingRefusal(String file, int line, String what) {
        this(List.of(new Finding(file, line, what)));
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * One mistake.
     *
     * @param file the stylesheet's name
     * @param line from 1; 0 if it is not known
     * @param what one line, without class names
     */
    public record Finding(String file, int line, String what) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + what;
        }
    }
}

package lingnan.city.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A question as a legacy system would send it, the answer of a provider that always says the same, and what the hub must
 * make of it. Each is three files, named after the subject, in this package.
 */
public enum Sample {
    PLAN_BUILD_PERMIT("PLAN-BUILD-PERMIT", "canonical", "GZ/GOV/LRH/TITLE", "/services/PLAN-BUILD-PERMIT"),
    AIC_ENT_REG("AIC-ENT-REG", "axis-rpc-encoded", "GZ/GOV/LTAX/TAX", "/axis/services/EnterpriseService"),
    LTAX_STATUS("LTAX-STATUS", "xml-in-string", "GZ/GOV/AIC/ENT", "/services/TaxService"),
    PSB_POP_BASE("PSB-POP-BASE", "asmx", "GZ/GOV/LRH/TITLE", "/PopulationService.asmx");

    private final String subject;
    private final String dialect;
    private final String caller;
    private final String providerPath;

    Sample(String subject, String dialect, String caller, String providerPath) {
        this.subject = subject;
        this.dialect = dialect;
        this.caller = caller;
        this.providerPath = providerPath;
    }

    public String subject() {
        return subject;
    }

    /** In which the provider speaks. */
    public String dialect() {
        return dialect;
    }

    /** The subsystem that asks, which has a grant to do so. */
    public String caller() {
        return caller;
    }

    /** Where the provider answers. */
    public String providerPath() {
        return providerPath;
    }

    /** The envelope, with {@value Template#SLOT} wherever the number of the message goes. */
    public byte[] question() {
        return file("question.xml");
    }

    /** What the provider answers, in its own dialect. */
    public byte[] canned() {
        return file("canned.xml");
    }

    /** What the caller must be told, in the canonical form. */
    public byte[] expected() {
        return file("expected.xml");
    }

    private byte[] file(String name) {
        try (InputStream in = Sample.class.getResourceAsStream(subject + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException(subject + "/" + name + " is not beside this class");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

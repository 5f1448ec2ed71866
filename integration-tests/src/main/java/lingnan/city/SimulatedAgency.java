package lingnan.city;

import java.util.List;

/** The agencies that the city can start, each with the path at which it answers. */
public enum SimulatedAgency {
    AIC("/axis/services/EnterpriseService", true, "lingnan.city.aic.EnterpriseAgency"),
    LTAX("/services/TaxService", false, "lingnan.city.ltax.TaxAgency"),
    PSB("/PopulationService.asmx", false, "lingnan.city.psb.PopulationAgency"),
    PLAN("/services/PLAN-BUILD-PERMIT", false, "lingnan.city.canonical.CanonicalAgency", "PLAN-BUILD-PERMIT"),
    QTS("/services/QTS-ORG-CODE", false, "lingnan.city.canonical.CanonicalAgency", "QTS-ORG-CODE"),
    /** Provides nothing; answers of asynchronous interactions are pushed to it. */
    LRH("/answers", false, "lingnan.city.receiver.AnswerReceiver");

    private final String path;
    private final boolean runsOnAxis;
    private final List<String> program;

    SimulatedAgency(String path, boolean runsOnAxis, String... program) {
        this.path = path;
        this.runsOnAxis = runsOnAxis;
        this.program = List.of(program);
    }

    String path() {
        return path;
    }

    boolean runsOnAxis() {
        return runsOnAxis;
    }

    /** Main class and its first arguments. */
    List<String> program() {
        return program;
    }
}

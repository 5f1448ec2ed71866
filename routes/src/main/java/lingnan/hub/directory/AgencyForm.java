package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.Locale;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import lingnan.wsdl.catalog.Agency;
import lingnan.wsdl.catalog.Label;
import lingnan.wsdl.catalog.Measure;
import lingnan.wsdl.catalog.Named;
import lingnan.wsdl.catalog.Programme;

/** From the catalogue's agencies and programmes to the types that are generated from the contract. */
final class AgencyForm {

    private AgencyForm() {}

    static Label label(lingnan.hub.kernel.Label label) {
        Label written = new Label();
        written.setZh(label.zh());
        written.setEn(label.en());
        return written;
    }

    static Named named(lingnan.hub.catalog.Agency agency) {
        return named(agency.code(), agency.name());
    }

    static Agency agency(lingnan.hub.catalog.Agency agency, int provides) {
        Agency written = new Agency();
        written.setCode(agency.code().value());
        written.setName(label(agency.name()));
        written.setLine(agency.line());
        written.setValidFrom(Days.write(agency.validFrom()));
        Days.write(agency.validTo(), written::setValidTo);
        agency.lineage().predecessors().forEach(code -> written.getPredecessor().add(code.value()));
        agency.lineage().successors().forEach(code -> written.getSuccessor().add(code.value()));
        written.getSubsystem().addAll(agency.subsystems());
        agency.share().connections().stream().sorted().map(Enum::name).forEach(written.getConnection()::add);
        written.setDailySharing(agency.share().daily());
        written.setProvides(provides);
        written.setBasis(agency.basis().kind().name().toLowerCase(Locale.ROOT));
        return written;
    }

    static Programme programme(lingnan.hub.catalog.Programme programme, Snapshot city, LocalDate day) {
        Programme written = new Programme();
        written.setCode(programme.code());
        written.setName(label(programme.name()));
        written.setLead(city.agency(programme.lead(), day)
                .or(() -> city.agency(programme.lead()))
                .map(AgencyForm::named)
                .orElseThrow());
        programme.members().forEach(code -> written.getMember().add(code.value()));
        programme.subjects().forEach(code -> written.getSubject().add(code.value()));
        programme.measures().forEach(measure -> written.getMeasure().add(measure(measure)));
        written.setValidFrom(Days.write(programme.validFrom()));
        Days.write(programme.validTo(), written::setValidTo);
        written.setBasis(programme.basis().kind().name().toLowerCase(Locale.ROOT));
        return written;
    }

    private static Measure measure(lingnan.hub.catalog.Programme.Measure measure) {
        Measure written = new Measure();
        written.setCode(measure.code());
        written.setName(label(measure.name()));
        written.setUnit(label(measure.unit()));
        return written;
    }

    private static Named named(AgencyCode code, lingnan.hub.kernel.Label name) {
        Named named = new Named();
        named.setCode(code.value());
        named.setName(label(name));
        return named;
    }
}

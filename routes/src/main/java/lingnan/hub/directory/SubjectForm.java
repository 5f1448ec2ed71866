package lingnan.hub.directory;

import java.util.List;
import java.util.Locale;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.wsdl.catalog.Field;
import lingnan.wsdl.catalog.SubjectDescription;
import lingnan.wsdl.catalog.SubjectSummary;

/** From the catalogue's subjects to the types that are generated from the contract. */
final class SubjectForm {

    private SubjectForm() {}

    /** Without provider, programmes and rights, which are of a day. */
    static SubjectSummary summary(Subject subject) {
        SubjectSummary summary = new SubjectSummary();
        summary.setCode(subject.code().value());
        summary.setVersion(subject.version());
        summary.setName(AgencyForm.label(subject.name()));
        summary.setSharing(subject.sharing().name());
        summary.setAnswered(subject.offer().answered().name());
        summary.setCycle(subject.offer().cycle().name());
        summary.setAboutPersons(subject.aboutPersons());
        subject.keys().forEach(key -> summary.getKey().add(key.name()));
        return summary;
    }

    /** Without summary, address and fields. */
    static SubjectDescription description(Subject subject) {
        SubjectDescription described = new SubjectDescription();
        described.setNamespace(subject.namespace());
        described.setValidFrom(Days.write(subject.days().from()));
        Days.write(subject.days().to(), described::setValidTo);
        subject.offer().connections().stream().sorted().map(Enum::name).forEach(described.getConnection()::add);
        described.setBatch(subject.offer().batch());
        described.setRetention(subject.offer().retention().toString());
        if (subject.sharingBasis() != null) {
            described.setSharingBasis(AgencyForm.label(subject.sharingBasis()));
        }
        described.setBasis(subject.basis().kind().name().toLowerCase(Locale.ROOT));
        if (subject.extended() != null) {
            described.setExtends(subject.extended().value());
        }
        return described;
    }

    /** @param grants of the asking agency, in force on the day */
    static Field field(Subject.Field field, AgencyCode asking, List<Grant> grants) {
        Field written = new Field();
        written.setName(field.name());
        written.setLabel(AgencyForm.label(field.label()));
        written.setElement(field.element());
        written.setKey(field.key());
        written.setPerson(field.person());
        written.setSensitivity(field.sensitivity().name());
        written.setWithheld(!field.isOpenTo(asking));
        written.setGranted(grants.stream().anyMatch(grant -> grant.fields().contains(field.name())));
        return written;
    }
}

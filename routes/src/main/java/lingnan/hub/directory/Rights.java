package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.List;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Grant;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.springframework.stereotype.Component;

/** What an agency may have of a subject on a day. */
@Component
final class Rights {

    private final Catalog catalog;

    Rights(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Grant> inForce(AgencyCode consumer, SubjectCode subject, LocalDate day) {
        return catalog.current().grants(consumer, subject).stream()
                .filter(grant -> !grant.startsAfter(day) && !grant.endedBefore(day))
                .toList();
    }
}

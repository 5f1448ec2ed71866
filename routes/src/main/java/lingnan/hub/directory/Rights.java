package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.List;
import lingnan.hub.catalog.Grant;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.springframework.stereotype.Component;

/** What an agency may have of a subject on a day, or had on one that is past. */
@Component
final class Rights {

    private final GrantsInForce grants;

    Rights(GrantsInForce grants) {
        this.grants = grants;
    }

    List<Grant> inForce(AgencyCode consumer, SubjectCode subject, LocalDate day) {
        return grants.on(consumer, subject, day);
    }
}

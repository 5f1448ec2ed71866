package lingnan.hub.grants;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lingnan.hub.catalog.Grant;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubjectCode;

/**
 * What is granted now: the grants of the city's files and those given on request, without the revoked ones. The same on
 * every hub of one database within seconds; read from memory.
 */
public interface GrantsInForce {

    /** In the order of their ids; grants that have ended or not begun too. */
    List<Grant> all();

    /**
     * The same of one consumer on one subject.
     *
     * @throws HubFault LOG_UNAVAILABLE if it could not be confirmed for five seconds: one of them may be revoked
     */
    List<Grant> of(AgencyCode consumer, SubjectCode subject);

    /** Those that would be among them had they not been revoked, the last one first. */
    List<Revoked> revoked(AgencyCode consumer, SubjectCode subject);

    /** All of them, in the order of their ids. */
    List<Revoked> revoked();

    /** What was in force on a day; what was revoked since, was until the day before its revocation. */
    default List<Grant> on(LocalDate day) {
        return on(all(), revoked(), day);
    }

    /**
     * The same of one consumer on one subject.
     *
     * @throws HubFault LOG_UNAVAILABLE if it could not be confirmed for five seconds
     */
    default List<Grant> on(AgencyCode consumer, SubjectCode subject, LocalDate day) {
        return on(of(consumer, subject), revoked(consumer, subject), day);
    }

    private static List<Grant> on(List<Grant> unrevoked, List<Revoked> revoked, LocalDate day) {
        return Stream.concat(
                        unrevoked.stream(),
                        revoked.stream().filter(gone -> !gone.countsOn(day)).map(Revoked::grant))
                .filter(grant -> grant.isInForceOn(day))
                .sorted(Comparator.comparing(Grant::id))
                .toList();
    }

    /** @param on the business day of the revocation, which counted at once */
    record Revoked(Grant grant, LocalDate on) {

        /** Whether it was revoked by then; on days before, the grant was what it was. */
        public boolean countsOn(LocalDate day) {
            return !day.isBefore(on);
        }
    }
}

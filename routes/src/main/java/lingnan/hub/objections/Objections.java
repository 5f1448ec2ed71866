package lingnan.hub.objections;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.LogAccess;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The life of an objection: filed, answered, perhaps added to, settled. Each step is durable with its entry when it is
 * answered. All methods throw {@link HubFault} OBJECTION_INVALID, OBJECTION_UNKNOWN, OBJECTION_NOT_YOURS or
 * OBJECTION_SETTLED for what cannot be done, and LOG_UNAVAILABLE if the database is out of reach.
 */
public interface Objections {

    /** For a command beside the hub. */
    static Objections on(HubDatabase database, LogAccess log, Snapshot city, BusinessClock clock) {
        DataSource pool = database.as(Role.HUB);
        ObjectionLedger ledger = new ObjectionLedger(
                pool,
                new JdbcTransactionManager(pool),
                (lane, stream, version, entry) -> log.append(pool, lane, stream, version, entry));
        return new LoggedObjections(ledger, log.traces(), () -> city, clock);
    }

    /** Says that a value is wrong that the objector received through the hub. */
    Objection file(AgencyCode objector, Doubt doubt, Actor actor);

    /**
     * The provider's to do.
     *
     * @param reason obligatory; with ACCEPTED what was corrected and why
     */
    Objection answer(String id, Verdict verdict, String reason, Actor actor);

    /** What the provider asked for; its clock begins anew. The objector's to do. */
    Objection add(String id, String evidence, Actor actor);

    /**
     * The same for one command that may come again: what was filed, answered or added under it is not done twice, its
     * objection is given back as it stands.
     *
     * @param command a digest of all that makes two commands the same: who, what, under which id, and the content
     */
    Objections under(byte[] command);

    /** At most 100: open ones by the day on which the answer is due, all by number, the newest first. */
    List<Dossier> list(Filter filter);

    /** The same without what was said, which is not read. */
    List<Objection> overview(Filter filter);

    Optional<Dossier> find(String id);

    /** Those of one agency, the newest first, at most 100. */
    List<Notice> notices(AgencyCode agency, boolean onlyWaiting);

    /** Says that a notice was taken note of; once is enough. The told agency's to do. */
    Notice acknowledge(String id, Actor actor);

    /** What a provider says to an objection. */
    enum Verdict {
        /** It was wrong and is corrected. */
        ACCEPTED,
        REJECTED,
        MORE_NEEDED
    }

    /**
     * Which to list.
     *
     * @param involving an agency that objected or has to answer; empty for all
     * @param open only those that are not settled
     */
    record Filter(Optional<AgencyCode> involving, boolean open) {}
}

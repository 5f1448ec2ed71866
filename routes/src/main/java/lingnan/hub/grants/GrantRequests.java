package lingnan.hub.grants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.LogAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The life of a grant: asked for, given or refused, withdrawn, revoked. Each step is durable with its entry when it is
 * answered, and counts on every hub within five seconds. What cannot be done is an outcome, never an exception; all
 * methods throw {@link HubFault} LOG_UNAVAILABLE if the database is out of reach.
 */
public interface GrantRequests {

    /**
     * For a command beside a running hub, or without one.
     *
     * @param city whose grants are meant; read when it is needed only, which a look at a request is not
     */
    static GrantRequests on(HubDatabase database, LogAccess log, Supplier<Snapshot> city, BusinessClock clock) {
        DataSource pool = database.as(Role.HUB);
        Ledger ledger = new Ledger(
                pool,
                new JdbcTransactionManager(pool),
                (lane, stream, version, entry) -> log.append(pool, lane, stream, version, entry));
        return new LoggedRequests(ledger, city, clock);
    }

    /** Asks for a grant. Asking for the same again while the first request is open says which that is. */
    Outcome request(AgencyCode consumer, SubjectCode subject, GrantTerms terms, Actor actor);

    /** Gives what a request asks for, or less of it, or refuses. The provider's to do. */
    Outcome answer(String requestId, Answer answer, Actor actor);

    /** Takes a request back that is not answered yet. The consumer's to do. */
    Outcome withdraw(String requestId, String reason, Actor actor);

    /** Says that what was granted can be had from now on, where the hub cannot see that by itself. The provider's to do. */
    Outcome shared(String requestId, Actor actor);

    /**
     * Ends a grant at once, one of the city's files too; it cannot be revived, only asked for anew. The provider's to do.
     *
     * @param reason obligatory
     */
    Outcome revoke(String grantId, String reason, Actor actor);

    /** The newest first, at most 1,000. */
    List<GrantRequest> list(Filter filter);

    /** @param id of the request or of its grant */
    Optional<GrantRequest> find(String id);

    /** The revocation of any grant, also of one of the city's files. */
    Optional<Revocation> revocation(String grantId);

    /** Of all grants, the newest first. */
    List<Revocation> revocations();

    /**
     * Who acts. Which of its users acted for an agency is its own affair and often a citizen's id: facts and rows do not
     * hold it.
     *
     * @param name the agency's code, or an operator's name
     * @param agency none for an operator of the hub, who may do everything
     */
    record Actor(String name, Optional<AgencyCode> agency) {

        public static Actor operator(String name) {
            return new Actor(name, Optional.empty());
        }

        public static Actor of(AgencyCode agency) {
            return new Actor(agency.value(), Optional.of(agency));
        }

        /** @param codes those who may act */
        public boolean isOneOf(Collection<AgencyCode> codes) {
            return agency.isEmpty() || codes.contains(agency.get());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What a provider says to a request. */
    sealed interface Answer {
        /** @param reason obligatory if it is narrower */
        record Give(GrantTerms.Narrower narrower, String reason) implements Answer {}

        /** @param reason obligatory */
        record Refuse(String reason) implements Answer {}
    }

    /** What became of an act. */
    sealed interface Outcome {
        /** @param request as it stands now */
        record Done(GrantRequest request) implements Outcome {}

        /** A grant was revoked. */
        record Revoked(Revocation revocation) implements Outcome {}

        /** Nothing was changed. */
        record Refused(List<Problem> problems) implements Outcome {}
    }

    /**
     * Why something cannot be done.
     *
     * @param code as a caller meets it
     * @param what a sentence
     * @param remedy another
     */
    record Problem(FaultCode code, String what, String remedy) {}

    /** @param consumer whose grant it was */
    record Revocation(
            String grantId, AgencyCode consumer, SubjectCode subject, LocalDate on, String by, String reason) {}

    /**
     * Which requests to list; null for all.
     *
     * @param involving an agency that asked or was asked, itself or as a body whose duties it has today
     * @param side on which it is involved
     * @param open only those that wait for their answer
     */
    record Filter(
            @Nullable AgencyCode involving,
            @Nullable Side side,
            @Nullable SubjectCode subject,
            boolean open) {

        public static final Filter ALL = new Filter(null, null, false);

        /** On either side. */
        public Filter(@Nullable AgencyCode involving, @Nullable SubjectCode subject, boolean open) {
            this(involving, null, subject, open);
        }
    }

    /** Who asks, and who is asked. */
    enum Side {
        CONSUMER,
        PROVIDER
    }
}

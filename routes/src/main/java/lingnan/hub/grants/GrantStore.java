package lingnan.hub.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantRequests.Filter;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of requests and revocations, inside whatever transaction the caller has. */
final class GrantStore {

    static final int DUE = 1;
    static final int OVERDUE = 2;
    static final int EXPIRED = 3;

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps all others from changing what is granted until the transaction ends. */
    void lock() {
        jdbc.sql("select number from grants.change for update")
                .query(Long.class)
                .single();
    }

    /** To be called in the transaction of a change, so that all hubs learn of it. */
    void changed() {
        jdbc.sql("update grants.change set number = number + 1").update();
    }

    /** Another number means that something was changed. */
    long change() {
        return jdbc.sql("select number from grants.change").query(Long.class).single();
    }

    long nextNumber() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('grants.request', 'number'))")
                .query(Long.class)
                .single();
    }

    void insert(long number, GrantRequest request) {
        jdbc.sql("""
                        insert into grants.request (number, id, message, grant_id, consumer, subject, provider, state,
                          version, requested_on, requested_by, rule, asked,
                          answer_warn_on, answer_due_on, answer_due_assumed)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        request.id(),
                        request.message().value(),
                        request.grantId(),
                        request.consumer().value(),
                        request.subject().value(),
                        request.provider().value(),
                        request.state().name(),
                        request.requestedOn(),
                        request.requestedBy(),
                        request.rule(),
                        TermsText.json(request.asked()),
                        request.answerBy().warnOn(),
                        request.answerBy().due(),
                        request.answerBy().assumed())
                .update();
    }

    /** Ends the waiting of a request; the version goes up with its entry's. */
    void settle(GrantRequest request, State state, GrantRequest.Act act) {
        jdbc.sql("""
                        update grants.request set state = ?, version = version + 1, told = 0, settled_on = ?,
                          settled_by = ?, reason = ? where id = ?""")
                .params(state.name(), act.on(), act.by(), act.reason(), request.id())
                .update();
    }

    void give(GrantRequest request, GrantTerms given, Deadline share, Optional<LocalDate> since) {
        List<Object> values = new ArrayList<>();
        values.add(TermsText.json(given));
        values.add(share.warnOn());
        values.add(share.due());
        values.add(share.assumed());
        values.add(request.id());
        jdbc.sql("update grants.request set given = ?, share_warn_on = ?, share_due_on = ?, share_due_assumed = ?"
                        + " where id = ?")
                .params(values)
                .update();
        Optional.ofNullable(given.validTo())
                .ifPresent(last -> jdbc.sql("update grants.request set ends_on = ? where id = ?")
                        .params(last, request.id())
                        .update());
        since.ifPresent(day -> jdbc.sql("update grants.request set shared_on = ? where id = ?")
                .params(day, request.id())
                .update());
    }

    void share(GrantRequest request, LocalDate since) {
        jdbc.sql("update grants.request set shared_on = ?, version = version + 1 where id = ?")
                .params(since, request.id())
                .update();
    }

    void revoke(Revocation revocation, MessageId message) {
        jdbc.sql("""
                        insert into grants.revocation (grant_id, message, consumer, subject, revoked_on, revoked_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        revocation.grantId(),
                        message.value(),
                        revocation.consumer().value(),
                        revocation.subject().value(),
                        revocation.on(),
                        revocation.by(),
                        revocation.reason())
                .update();
    }

    /** The version that the next entry of this request's stream has to find. */
    long version(GrantRequest request) {
        return jdbc.sql("select version from grants.request where id = ? for update")
                .param(request.id())
                .query(Long.class)
                .single();
    }

    void bump(GrantRequest request) {
        jdbc.sql("update grants.request set version = version + 1 where id = ?")
                .param(request.id())
                .update();
    }

    /**
     * Whose requests an agency sees: what its predecessors asked for or were asked is its own now.
     *
     * @param bodies for which it acts, itself among them
     * @param provided the subjects that it answers for
     */
    record Own(Set<AgencyCode> bodies, Set<SubjectCode> provided) {

        static final Own NOBODY = new Own(Set.of(), Set.of());
    }

    List<GrantRequest> list(Filter filter, Own own) {
        String subject = filter.subject() == null ? "" : filter.subject().value();
        String bodies = own.bodies().stream().map(AgencyCode::value).collect(Collectors.joining(" "));
        String provided = own.provided().stream().map(SubjectCode::value).collect(Collectors.joining(" "));
        return jdbc.sql(GrantRows.SELECT + "\n" + """
                        where (:all or :asks and r.consumer = any(string_to_array(:bodies, ' '))
                          or :answers and (r.provider = any(string_to_array(:bodies, ' '))
                            or r.subject = any(string_to_array(:provided, ' '))))
                        and ('' = :subject or r.subject = :subject)
                        and (not :open or r.state = 'REQUESTED') order by r.number desc limit :most""")
                .param("all", filter.involving() == null)
                .param("asks", filter.side() != GrantRequests.Side.PROVIDER)
                .param("answers", filter.side() != GrantRequests.Side.CONSUMER)
                .param("bodies", bodies)
                .param("provided", provided)
                .param("subject", subject)
                .param("open", filter.open())
                .param("most", MOST)
                .query(GrantRows::request)
                .list();
    }

    Optional<GrantRequest> find(String id) {
        return jdbc.sql(GrantRows.SELECT + " where r.id = ? or r.grant_id = ?")
                .params(id, id)
                .query(GrantRows::request)
                .optional();
    }

    List<GrantRequest> open(AgencyCode consumer, SubjectCode subject) {
        return jdbc.sql(GrantRows.SELECT + " where r.consumer = ? and r.subject = ? and r.state = 'REQUESTED'"
                        + " order by r.number")
                .params(consumer.value(), subject.value())
                .query(GrantRows::request)
                .list();
    }

    /** All that were given, revoked ones too. */
    List<GrantRequest> given() {
        return jdbc.sql(GrantRows.SELECT + " where r.state = 'GRANTED' order by r.number")
                .query(GrantRows::request)
                .list();
    }

    List<Revocation> revocations() {
        return jdbc.sql("select * from grants.revocation order by revoked_on desc, grant_id")
                .query(GrantRows::revocation)
                .list();
    }

    Optional<Revocation> revocation(String grantId) {
        return jdbc.sql("select * from grants.revocation where grant_id = ?")
                .param(grantId)
                .query(GrantRows::revocation)
                .optional();
    }

    /**
     * What is to be told of clocks, as they stand on a day.
     *
     * @param state of the request whose clock it is
     * @param tell 1 that one ends soon, 2 that it is over, 3 that a grant has reached its last day
     */
    record Ring(String id, String state, int tell) {}

    List<Ring> rings(LocalDate day) {
        return jdbc.sql("""
                        select id, state, case when answer_due_on < :day then 2 else 1 end as tell from grants.request
                        where state = 'REQUESTED' and answer_warn_on <= :day
                          and told < case when answer_due_on < :day then 2 else 1 end
                        union all
                        select r.id, state, case when share_due_on < :day then 2 else 1 end from grants.request r
                        where state = 'GRANTED' and shared_on is null and share_warn_on <= :day
                          and told < case when share_due_on < :day then 2 else 1 end
                          and not exists (select from grants.revocation v where v.grant_id = r.grant_id)
                        union all
                        select r.id, state, 3 from grants.request r
                        where state = 'GRANTED' and not expiry_told and ends_on < :day
                          and not exists (select from grants.revocation v where v.grant_id = r.grant_id)
                        order by 1, 3 limit 200""")
                .param("day", day)
                .query((row, n) -> new Ring(text(row, 1), text(row, 2), row.getInt(3)))
                .list();
    }

    /** @return whether nobody had told it before */
    boolean tell(Ring ring) {
        if (ring.tell() == EXPIRED) {
            return jdbc.sql("update grants.request set expiry_told = true, version = version + 1"
                                    + " where id = ? and state = 'GRANTED' and not expiry_told")
                            .param(ring.id())
                            .update()
                    == 1;
        }
        return jdbc.sql("update grants.request set told = ?, version = version + 1 where id = ? and told < ?"
                                + " and state = ? and shared_on is null")
                        .params(ring.tell(), ring.id(), ring.tell(), ring.state())
                        .update()
                == 1;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}

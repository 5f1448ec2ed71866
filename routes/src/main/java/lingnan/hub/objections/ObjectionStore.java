package lingnan.hub.objections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.objections.Objection.State;
import lingnan.hub.objections.Objections.Filter;
import lingnan.hub.objections.Objections.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of objections and notices, inside whatever transaction the caller has. */
final class ObjectionStore {

    static final int MOST = 100;

    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of notices, which does not say which record it is about.
     *
     * @param named whether that agency was shown the record's key
     */
    record Told(
            String id,
            String objection,
            AgencyCode agency,
            Verdict outcome,
            LocalDate on,
            boolean named,
            Optional<LocalDate> acknowledgedOn) {}

    /**
     * Takes a command on, until the transaction ends or for good; a twin at the same time waits here.
     *
     * @return the objection that it was about, if it was carried out before
     */
    Optional<String> take(byte[] command) {
        boolean isFirst = jdbc.sql("insert into objections.command (digest) values (?) on conflict do nothing")
                        .param(command)
                        .update()
                == 1;
        return isFirst
                ? Optional.empty()
                : jdbc.sql("select objection from objections.command where digest = ?")
                        .param(command)
                        .query(String.class)
                        .optional();
    }

    void carriedOut(byte[] command, String objection) {
        jdbc.sql("update objections.command set objection = ? where digest = ?")
                .params(objection, command)
                .update();
    }

    long nextNumber(String table) {
        return jdbc.sql("select nextval(pg_get_serial_sequence(?, 'number'))")
                .param("objections." + table)
                .query(Long.class)
                .single();
    }

    void insert(long number, Objection objection) {
        jdbc.sql("""
                        insert into objections.objection (number, id, message, objector, provider, subject, interaction,
                          field, state, version, filed_on, filed_by, rule, warn_on, due_on, due_assumed)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        objection.id(),
                        objection.message().value(),
                        objection.objector().value(),
                        objection.provider().value(),
                        objection.subject().value(),
                        objection.interaction().value(),
                        objection.field(),
                        objection.state().name(),
                        objection.filedOn(),
                        objection.filedBy(),
                        objection.rule(),
                        objection.answerBy().warnOn(),
                        objection.answerBy().due(),
                        objection.answerBy().assumed())
                .update();
    }

    /** Nobody else changes this objection until the transaction ends. */
    Optional<Objection> hold(String id) {
        return jdbc.sql("select * from objections.objection where id = ? for update")
                .param(id)
                .query(ObjectionStore::objection)
                .optional();
    }

    /** What the next entry has to find. */
    long version(String id) {
        return jdbc.sql("select version from objections.objection where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    void version(String id, long version) {
        jdbc.sql("update objections.objection set version = ? where id = ?")
                .params(version, id)
                .update();
    }

    void state(String id, State state) {
        jdbc.sql("update objections.objection set state = ?, told = 0 where id = ?")
                .params(state.name(), id)
                .update();
    }

    void settle(String id, State state, LocalDate on) {
        state(id, state);
        jdbc.sql("update objections.objection set settled_on = ? where id = ?")
                .params(on, id)
                .update();
    }

    void reopen(String id, Deadline answerBy) {
        state(id, State.OPEN);
        jdbc.sql("update objections.objection set warn_on = ?, due_on = ?, due_assumed = ? where id = ?")
                .params(answerBy.warnOn(), answerBy.due(), answerBy.assumed(), id)
                .update();
    }

    Optional<Objection> find(String id) {
        return jdbc.sql("select * from objections.objection where id = ?")
                .param(id)
                .query(ObjectionStore::objection)
                .optional();
    }

    /**
     * Whose objections an agency sees.
     *
     * @param bodies for which it acts, itself among them
     * @param provided the subjects that it answers for
     */
    record Own(Set<AgencyCode> bodies, Set<SubjectCode> provided) {

        static final Own NOBODY = new Own(Set.of(), Set.of());
    }

    List<Objection> list(Filter filter, Own own) {
        String provided = own.provided().stream().map(SubjectCode::value).collect(Collectors.joining(" "));
        return jdbc.sql("select * from objections.objection where (:all"
                        + " or objector = any(string_to_array(:bodies, ' '))"
                        + " or provider = any(string_to_array(:bodies, ' '))"
                        + " or subject = any(string_to_array(:provided, ' ')))"
                        + " and (not :open or state in ('OPEN', 'MORE_NEEDED'))"
                        + " order by case when :open then due_on end, number desc limit :most")
                .param("all", filter.involving().isEmpty())
                .param("bodies", joined(own.bodies()))
                .param("provided", provided)
                .param("open", filter.open())
                .param("most", MOST)
                .query(ObjectionStore::objection)
                .list();
    }

    /** Those whose clock has more to tell on a day than it has told. */
    List<String> rings(LocalDate day) {
        return jdbc.sql("select id from objections.objection where state = 'OPEN' and warn_on <= :day"
                        + " and told < case when due_on < :day then 2 else 1 end order by number limit 200")
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** @return whether nobody had told it before */
    boolean tell(String id, int tell) {
        return jdbc.sql("update objections.objection set told = ? where id = ? and told < ? and state = 'OPEN'")
                        .params(tell, id, tell)
                        .update()
                == 1;
    }

    void insert(long number, Told notice) {
        jdbc.sql("insert into objections.notice (number, id, objection, agency, outcome, told_on, named)"
                        + " overriding system value values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        notice.id(),
                        notice.objection(),
                        notice.agency().value(),
                        notice.outcome().name(),
                        notice.on(),
                        notice.named())
                .update();
    }

    private static String joined(Set<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).collect(Collectors.joining(" "));
    }

    List<Told> notices(Set<AgencyCode> bodies, boolean onlyWaiting) {
        return jdbc.sql("select * from objections.notice where agency = any(string_to_array(?, ' '))"
                        + " and (not ? or acknowledged_on is null) order by number desc limit ?")
                .params(joined(bodies), onlyWaiting, MOST)
                .query(ObjectionStore::told)
                .list();
    }

    Optional<Told> notice(String id) {
        return jdbc.sql("select * from objections.notice where id = ?")
                .param(id)
                .query(ObjectionStore::told)
                .optional();
    }

    /** @return whether it was waiting until now */
    boolean acknowledge(String id, LocalDate on, String by) {
        return jdbc.sql("update objections.notice set acknowledged_on = ?, acknowledged_by = ?"
                                + " where id = ? and acknowledged_on is null")
                        .params(on, by, id)
                        .update()
                == 1;
    }

    private static Objection objection(ResultSet row, int n) throws SQLException {
        return new Objection(
                row.getString("id"),
                new MessageId(row.getObject("message", UUID.class)),
                AgencyCode.of(row.getString("objector")),
                AgencyCode.of(row.getString("provider")),
                SubjectCode.of(row.getString("subject")),
                new MessageId(row.getObject("interaction", UUID.class)),
                row.getString("field"),
                State.valueOf(row.getString("state")),
                row.getObject("filed_on", LocalDate.class),
                row.getString("filed_by"),
                row.getString("rule"),
                new Deadline(
                        row.getObject("warn_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("due_assumed")),
                row.getObject("settled_on", LocalDate.class));
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        return new Told(
                row.getString("id"),
                row.getString("objection"),
                AgencyCode.of(row.getString("agency")),
                Verdict.valueOf(row.getString("outcome")),
                row.getObject("told_on", LocalDate.class),
                row.getBoolean("named"),
                Optional.ofNullable(row.getObject("acknowledged_on", LocalDate.class)));
    }
}

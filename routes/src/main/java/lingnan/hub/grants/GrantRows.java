package lingnan.hub.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.grants.GrantRequest.Act;
import lingnan.hub.grants.GrantRequest.Sharing;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/** Rows of the tables as values. */
final class GrantRows {

    static final String SELECT = """
            select r.*, v.revoked_on, v.revoked_by, v.reason as revoked_because
            from grants.request r left join grants.revocation v on v.grant_id = r.grant_id""";

    private GrantRows() {}

    static GrantRequest request(ResultSet row, int n) throws SQLException {
        AgencyCode consumer = AgencyCode.of(row.getString("consumer"));
        SubjectCode subject = SubjectCode.of(row.getString("subject"));
        String grantId = row.getString("grant_id");
        return new GrantRequest(
                row.getString("id"),
                new MessageId(row.getObject("message", UUID.class)),
                grantId,
                consumer,
                subject,
                AgencyCode.of(row.getString("provider")),
                TermsText.terms(row.getString("asked")),
                day(row, "requested_on"),
                row.getString("requested_by"),
                row.getString("rule"),
                State.valueOf(row.getString("state")),
                deadline(row, "answer"),
                act(row, "settled_on", "settled_by", "reason"),
                given(row, grantId, consumer, subject),
                row.getObject("share_due_on") == null
                        ? null
                        : new Sharing(deadline(row, "share"), row.getObject("shared_on", LocalDate.class)),
                act(row, "revoked_on", "revoked_by", "revoked_because"));
    }

    static Revocation revocation(ResultSet row, int n) throws SQLException {
        return new Revocation(
                row.getString("grant_id"),
                AgencyCode.of(row.getString("consumer")),
                SubjectCode.of(row.getString("subject")),
                day(row, "revoked_on"),
                row.getString("revoked_by"),
                row.getString("reason"));
    }

    private static @Nullable Grant given(ResultSet row, String grantId, AgencyCode consumer, SubjectCode subject)
            throws SQLException {
        String terms = row.getString("given");
        return terms == null ? null : TermsText.terms(terms).grant(grantId, consumer, subject);
    }

    private static @Nullable Act act(ResultSet row, String on, String by, String reason) throws SQLException {
        LocalDate day = row.getObject(on, LocalDate.class);
        return day == null ? null : new Act(day, row.getString(by), row.getString(reason));
    }

    private static Deadline deadline(ResultSet row, String clock) throws SQLException {
        return new Deadline(
                day(row, clock + "_warn_on"), day(row, clock + "_due_on"), row.getBoolean(clock + "_due_assumed"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

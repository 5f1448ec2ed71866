package lingnan.hub.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.grants.GrantRequest;
import lingnan.hub.grants.GrantRequest.Act;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantRequests.Problem;
import lingnan.hub.grants.GrantRequests.Revocation;
import org.jspecify.annotations.Nullable;

/** Prints requests, grants and what became of an act: for people, or as one JSON object. */
final class GrantReport {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final LocalDate day;

    /** @param day on which something is overdue or not */
    GrantReport(PrintWriter out, PrintWriter err, boolean json, LocalDate day) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.day = day;
    }

    /** @return the exit code */
    int of(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            request(done.request());
            return 0;
        }
        if (outcome instanceof Outcome.Revoked revoked) {
            revocation(revoked.revocation());
            return 0;
        }
        List<Problem> problems = ((Outcome.Refused) outcome).problems();
        if (json) {
            out.println(Json.write(Map.of(
                    "problems",
                    problems.stream()
                            .map(problem -> Map.of(
                                    "code", problem.code().wireName(),
                                    "what", problem.what(),
                                    "remedy", problem.remedy()))
                            .toList())));
        } else {
            problems.forEach(problem -> err.println("hub: " + problem.what() + " " + problem.remedy()));
        }
        return Failures.FOUND_WRONG;
    }

    void requests(List<GrantRequest> requests, List<Revocation> revocations) {
        if (json) {
            out.println(Json.write(Map.of(
                    "requests", requests.stream().map(this::row).toList(),
                    "revocations", revocations.stream().map(GrantReport::row).toList())));
            return;
        }
        for (GrantRequest request : requests) {
            Map<String, Object> row = row(request);
            out.printf(
                    "%-14s %-9s %s → %s  %s  asked %s, answer due %s%s%n",
                    request.id(),
                    row.get("state"),
                    request.consumer(),
                    request.provider(),
                    request.subject(),
                    request.requestedOn(),
                    request.answerBy().due(),
                    request.isOverdueOn(day) ? "  OVERDUE" : "");
        }
        revocations.forEach(gone -> out.printf(
                "%-14s revoked   %s  %s  on %s by %s: %s%n",
                gone.grantId(), gone.consumer(), gone.subject(), gone.on(), gone.by(), gone.reason()));
        out.printf("%d requests, %d revocations.%n", requests.size(), revocations.size());
    }

    void request(GrantRequest request) {
        print(row(request));
    }

    void revocation(Revocation revocation) {
        print(row(revocation));
    }

    private void print(Map<String, Object> row) {
        if (json) {
            out.println(Json.write(row));
        } else {
            row.forEach((name, value) -> out.printf("  %-18s %s%n", name, text(value)));
        }
    }

    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? String.join(", ", many.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private Map<String, Object> row(GrantRequest request) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("request", request.id());
        row.put("grant", request.grantId());
        row.put("message", request.message().toString());
        row.put("state", request.revoked() == null ? request.state().name().toLowerCase(Locale.ROOT) : "revoked");
        row.put("overdue", request.isOverdueOn(day));
        row.put("consumer", request.consumer().value());
        row.put("provider", request.provider().value());
        row.put("subject", request.subject().value());
        row.put("requestedOn", request.requestedOn().toString());
        row.put("requestedBy", request.requestedBy());
        row.put("rule", request.rule());
        due(row, "answerDue", request.answerBy());
        act(row, "settled", request.settled());
        GrantRequest.Sharing sharing = request.sharing();
        if (sharing != null) {
            due(row, "sharingDue", sharing.by());
            Optional.ofNullable(sharing.since()).ifPresent(day -> row.put("sharedSince", day.toString()));
        }
        act(row, "revoked", request.revoked());
        Grant given = request.given();
        terms(row, given == null ? request.asAsked() : given);
        return row;
    }

    /** What was given, else what is asked for. */
    private static void terms(Map<String, Object> row, Grant grant) {
        row.put("purposes", purposes(grant));
        row.put("keys", new TreeSet<>(grant.keys()));
        row.put("fields", new TreeSet<>(grant.fields()));
        row.put("divisions", new TreeSet<>(grant.divisions()));
        row.put("standing", grant.standing());
        row.put("caseRequired", grant.caseRequired());
        row.put("validFrom", grant.validFrom().toString());
        Optional.ofNullable(grant.validTo()).ifPresent(day -> row.put("validTo", day.toString()));
    }

    private static List<String> purposes(Grant grant) {
        List<String> purposes = new ArrayList<>();
        grant.purposes().forEach(purpose -> purposes.add(purpose.code() + " (" + purpose.legalBasis() + ")"));
        return purposes;
    }

    /** A date that rests on assumed working days says so. */
    private static void due(Map<String, Object> row, String name, Deadline deadline) {
        row.put(name, deadline.due().toString());
        if (deadline.assumed()) {
            row.put(name + "Assumed", true);
        }
    }

    private static void act(Map<String, Object> row, String name, @Nullable Act act) {
        if (act != null) {
            row.put(name + "On", act.on().toString());
            row.put(name + "By", act.by());
            row.put(name + "Because", act.reason());
        }
    }

    private static Map<String, Object> row(Revocation gone) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("grant", gone.grantId());
        row.put("state", "revoked");
        row.put("consumer", gone.consumer().value());
        row.put("subject", gone.subject().value());
        act(row, "revoked", new Act(gone.on(), gone.by(), gone.reason()));
        return row;
    }
}

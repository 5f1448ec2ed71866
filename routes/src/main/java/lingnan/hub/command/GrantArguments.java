package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import lingnan.hub.catalog.Grant.Purpose;
import lingnan.hub.grants.GrantRequest;
import lingnan.hub.grants.GrantRequests.Filter;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/** What is typed after {@code ./hub grant …}, as values. */
final class GrantArguments {

    private GrantArguments() {}

    static int list(GrantSession session, @Nullable AgencyCode agency, @Nullable SubjectCode subject, boolean open) {
        return session.look((grants, report) -> {
            List<Revocation> revocations = open
                    ? List.of()
                    : grants.revocations().stream()
                            .filter(gone -> subject == null || gone.subject().equals(subject))
                            .filter(gone -> agency == null || gone.consumer().equals(agency))
                            .toList();
            report.requests(grants.list(new Filter(agency, subject, open)), revocations);
            return 0;
        });
    }

    static int show(GrantSession session, String id, PrintWriter err) {
        return session.look((grants, report) -> {
            Optional<GrantRequest> request = grants.find(id);
            Optional<Revocation> revocation = grants.revocation(id);
            if (request.isPresent()) {
                report.request(request.get());
            } else if (revocation.isPresent()) {
                report.revocation(revocation.get());
            } else {
                err.println("hub: There is no request or decided grant " + id + ". ./hub grant list has them all.");
                return Failures.FOUND_WRONG;
            }
            return 0;
        });
    }

    /** @throws CommandFailure if the text is no such code */
    static <T> @Nullable T code(String option, @Nullable String text, Function<String, T> parse) {
        return text == null ? null : required(option, text, parse);
    }

    static <T> T required(String option, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("--" + option + ": " + wrong.getMessage() + ".");
        }
    }

    static @Nullable Set<String> set(@Nullable List<String> names) {
        return names == null ? null : new TreeSet<>(names);
    }

    /** @param text such as {@code TAX-COMPARE=《税收征管法》 / Tax Administration Law} */
    static Purpose purpose(String text) {
        String[] parts = text.split("=", 2);
        String[] basis = parts.length < 2 ? new String[0] : parts[1].split(" / ", 2);
        if (basis.length < 2) {
            throw new CommandFailure("--purpose " + text + " is not of the form \"CODE=法律依据 / legal basis\".");
        }
        return new Purpose(parts[0].strip(), new Label(basis[0].strip(), basis[1].strip()));
    }
}

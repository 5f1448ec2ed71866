package lingnan.hub.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lingnan.hub.grants.GrantTerms;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "request",
        description = "Asks for a grant on behalf of an agency.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:asked", "1:there can be no such grant; what is wrong is said"},
        mixinStandardHelpOptions = true)
final class GrantRequestCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Mixin
    private GrantDay day = new GrantDay();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--consumer", paramLabel = "CODE", required = true, description = "The agency that asks.")
    private String consumer = "";

    @Option(names = "--subject", paramLabel = "CODE", required = true, description = "What it wants to query.")
    private String subject = "";

    @Option(
            names = "--purpose",
            paramLabel = "\"CODE=法律依据 / legal basis\"",
            required = true,
            description = "What for, and by which law; may be given more than once.")
    private List<String> purposes = List.of();

    @Option(names = "--keys", split = ",", required = true, description = "The keys to ask by, apart by commas.")
    private List<String> keys = List.of();

    @Option(names = "--fields", split = ",", required = true, description = "The fields to be shown.")
    private List<String> fields = List.of();

    @Option(names = "--divisions", split = ",", description = "Only records of these divisions (everywhere).")
    private List<String> divisions = List.of();

    @Option(names = "--standing", description = "Also without being asked for, in batches.")
    private boolean standing;

    @Option(names = "--case-required", description = "Each query names a case.")
    private boolean caseRequired;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day (the business day).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day (open).")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        LocalDate first = from == null ? day.toActOn(here.existingData()).today() : from;
        AgencyCode asking = GrantArguments.required("consumer", consumer, AgencyCode::of);
        SubjectCode wanted = GrantArguments.required("subject", subject, SubjectCode::of);
        GrantTerms terms = new GrantTerms(
                purposes.stream().map(GrantArguments::purpose).toList(),
                new TreeSet<>(keys),
                new TreeSet<>(fields),
                Set.copyOf(new TreeSet<>(divisions)),
                standing,
                caseRequired,
                first,
                to);
        return new GrantSession(here, day, json).act((grants, actor) -> grants.request(asking, wanted, terms, actor));
    }
}

package lingnan.hub.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.objections.Objections.Filter;
import lingnan.hub.objections.Objections.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "objection",
        description =
                "Shows what agencies object to in what they received, and answers on behalf of a provider; for the"
                        + " operator. Agencies do it over /services/catalog. Each step and each look is an entry.",
        mixinStandardHelpOptions = true,
        subcommands = {ObjectionCommand.Listing.class, ObjectionCommand.Show.class, ObjectionCommand.Reply.class})
final class ObjectionCommand {

    private ObjectionCommand() {}

    @Command(
            name = "list",
            description = "Lists objections without the values in doubt, the newest first, at most 100.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Option(names = "--agency", paramLabel = "CODE", description = "Only what it filed or has to answer.")
        private @Nullable String agency;

        @Option(names = "--open", description = "Only those that are not settled.")
        private boolean open;

        @Override
        public Integer call() {
            Optional<AgencyCode> involving =
                    Optional.ofNullable(agency).map(code -> GrantArguments.required("agency", code, AgencyCode::of));
            return new ObjectionSession(here, day, json).list(new Filter(involving, open));
        }
    }

    @Command(
            name = "show",
            description = "Shows all about one objection, with the values in doubt and what was said.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:found", "1:there is no such objection"},
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "OBJECTION", description = "Its id, such as O-2009-3.")
        private String id = "";

        @Override
        public Integer call() {
            return new ObjectionSession(here, day, json).show(id);
        }
    }

    @Command(
            name = "answer",
            description = "Answers an objection on behalf of the subject's provider.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:answered", "1:it cannot be answered so; what is wrong is said"},
            mixinStandardHelpOptions = true)
    static final class Reply implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(index = "0", paramLabel = "OBJECTION", description = "Its id, such as O-2009-3.")
        private String id = "";

        @Parameters(index = "1", paramLabel = "VERDICT", description = "${COMPLETION-CANDIDATES}.")
        private Verdict verdict = Verdict.REJECTED;

        @Option(names = "--reason", required = true, description = "What was corrected and why, or why not.")
        private String reason = "";

        @Override
        public Integer call() {
            return new ObjectionSession(here, day, json)
                    .act((objections, actor) -> objections.answer(id, verdict, reason, actor));
        }
    }
}

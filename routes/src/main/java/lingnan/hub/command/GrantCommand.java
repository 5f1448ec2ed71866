package lingnan.hub.command;

import java.util.concurrent.Callable;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "grant",
        description =
                "Asks for the right to query a subject, answers such requests, revokes grants; for the operator, on"
                        + " behalf of agencies. Each step is an entry: ./hub trace ID finds it. It counts on every hub within"
                        + " five seconds.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GrantRequestCommand.class,
            GrantAnswerCommand.class,
            GrantCommand.Withdraw.class,
            GrantCommand.Shared.class,
            GrantCommand.Revoke.class,
            GrantCommand.Listing.class,
            GrantCommand.Show.class
        })
final class GrantCommand {

    private GrantCommand() {}

    @Command(
            name = "withdraw",
            description = "Takes a request back that is not answered yet, on behalf of the agency that made it.",
            mixinStandardHelpOptions = true)
    static final class Withdraw implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "REQUEST", description = "The request's id, such as R-2009-17.")
        private String id = "";

        @Option(names = "--reason", description = "Kept for ever; name no person.")
        private String reason = "";

        @Override
        public Integer call() {
            return new GrantSession(here, day, json).act((grants, actor) -> grants.withdraw(id, reason, actor));
        }
    }

    @Command(
            name = "shared",
            description = "Says that what a request was granted can be had from now on, and so stops its clock.",
            mixinStandardHelpOptions = true)
    static final class Shared implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "REQUEST", description = "The request's id, such as R-2009-17.")
        private String id = "";

        @Override
        public Integer call() {
            return new GrantSession(here, day, json).act((grants, actor) -> grants.shared(id, actor));
        }
    }

    @Command(
            name = "revoke",
            description =
                    "Ends a grant at once, one of the city's files too. It cannot be revived, only asked for anew.",
            mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "GRANT", description = "The grant's id, such as G-2009-17 or LTAX-AIC-1.")
        private String id = "";

        @Option(names = "--reason", required = true, description = "Kept for ever; name no person.")
        private String reason = "";

        @Override
        public Integer call() {
            return new GrantSession(here, day, json).act((grants, actor) -> grants.revoke(id, reason, actor));
        }
    }

    @Command(
            name = "list",
            description =
                    "Lists requests and revocations, the newest first; ./hub list and ./hub check read the files.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Option(names = "--agency", paramLabel = "CODE", description = "Only what it asked for or was asked for.")
        private @Nullable String agency;

        @Option(names = "--subject", paramLabel = "CODE", description = "Only those on one subject.")
        private @Nullable String subject;

        @Option(names = "--open", description = "Only requests that wait for their answer.")
        private boolean open;

        @Override
        public Integer call() {
            return GrantArguments.list(
                    new GrantSession(here, day, json),
                    GrantArguments.code("agency", agency, AgencyCode::of),
                    GrantArguments.code("subject", subject, SubjectCode::of),
                    open);
        }
    }

    @Command(
            name = "show",
            description = "Shows all about a request or a grant.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:found", "1:there is no such request or revoked grant"},
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private Surroundings here = new Surroundings();

        @Mixin
        private GrantDay day = new GrantDay();

        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "ID", description = "The id of a request or of a grant.")
        private String id = "";

        @Override
        public Integer call() {
            return GrantArguments.show(new GrantSession(here, day, json), id, here.err());
        }
    }
}

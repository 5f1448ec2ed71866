package lingnan.hub.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code ./hub} command. Exit codes: 0 done, 1 found something wrong, 2 used wrongly, 3 could not. */
@Command(
        name = "hub",
        description = "The information-sharing hub of a city.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            StopCommand.class,
            CheckCommand.class,
            ListCommand.class,
            TraceCommand.class,
            VerifyCommand.class,
            EraseCommand.class,
            LoadCommand.class,
            GrantCommand.class,
            ObjectionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("run")) {
            Logs.quiet();
        }
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }

    /** The version of the jar that runs. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Lingnan hub " + (version == null ? "(from sources)" : version)};
        }
    }
}

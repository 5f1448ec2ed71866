package lingnan.hub.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import lingnan.hub.grants.GrantRequests.Answer;
import lingnan.hub.grants.GrantTerms.Narrower;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = "Gives what a request asks for, or less of it, or refuses; on behalf of the subject's provider.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:answered", "1:it cannot be answered so; what is wrong is said"},
        mixinStandardHelpOptions = true)
final class GrantAnswerCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Mixin
    private GrantDay day = new GrantDay();

    @Mixin
    private JsonOption json = new JsonOption();

    @Parameters(paramLabel = "REQUEST", description = "The request's id, such as R-2009-17.")
    private String id = "";

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    /** One of the two. */
    static final class Verdict {
        @Option(names = "--give", description = "The right is given.")
        private boolean give;

        @Option(names = "--refuse", description = "It is refused.")
        private boolean refuse;
    }

    @Option(
            names = "--reason",
            description = "Obligatory if it is refused or less is given than asked; kept for ever; name no person.")
    private String reason = "";

    @Option(names = "--purposes", split = ",", description = "Only these purposes, by code.")
    private @Nullable List<String> purposes;

    @Option(names = "--keys", split = ",", description = "Only these keys.")
    private @Nullable List<String> keys;

    @Option(names = "--fields", split = ",", description = "Only these fields.")
    private @Nullable List<String> fields;

    @Option(names = "--divisions", split = ",", description = "Only records of these divisions.")
    private @Nullable List<String> divisions;

    @Option(names = "--not-standing", description = "Only when asked for.")
    private boolean notStanding;

    @Option(names = "--case-required", description = "Each query names a case.")
    private boolean caseRequired;

    @Option(names = "--from", paramLabel = "DATE", description = "A later first day.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "An earlier last day.")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        Answer answer = verdict.refuse
                ? new Answer.Refuse(reason)
                : new Answer.Give(
                        new Narrower(
                                GrantArguments.set(purposes),
                                GrantArguments.set(keys),
                                GrantArguments.set(fields),
                                GrantArguments.set(divisions),
                                notStanding ? Boolean.FALSE : null,
                                caseRequired ? Boolean.TRUE : null,
                                from,
                                to),
                        reason);
        return new GrantSession(here, day, json).act((grants, actor) -> grants.answer(id, answer, actor));
    }
}

package lingnan.city;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import lingnan.city.story.InteractionStory;
import lingnan.city.story.Teller;
import lingnan.city.story.Verdict;

/** {@code ./hub demo}: a hub, a simulated city beside it, and a story played through both. */
public final class Demo {

    private static final String TUESDAY_IN_2009 = "2009-11-10T10:00:00+08:00";
    private static final int RECORDS_OF_EACH = 20;
    private static final String USAGE = """
            Usage: ./hub demo [--story interaction] [--json] [--data DIR]

            Starts a hub and a simulated city (five agencies on their own old systems), plays a story of questions
            between agencies, prints what happened, and stays up: look at it in the browser, or with ./hub trace.
              --story NAME   play this story to its end, print its figures and end; exit 0 only if all held
              --json         with --story: one JSON object on standard output, the telling on standard error
              --data DIR     the demonstration's data (data/demo); its passwords are worth nothing elsewhere
            HUB_PORT and HUB_CONSOLE_PORT choose the ports (8080, 8081).""";

    private final PrintStream out;
    private final Options options;

    private Demo(Options options) {
        this.options = options;
        this.out = new PrintStream(options.json() ? System.err : System.out, true, StandardCharsets.UTF_8);
    }

    /** @param storyOnly whether to end after the story */
    private record Options(Path data, boolean storyOnly, boolean json, boolean help) {

        static Options parse(String[] arguments) {
            Path data = Installation.find().root().resolve("data/demo");
            boolean story = false;
            boolean json = false;
            boolean help = false;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--help", "-h" -> help = true;
                    case "--json" -> json = true;
                    case "--story" -> story = named(value(arguments, ++i));
                    case "--data" -> data = Path.of(value(arguments, ++i)).toAbsolutePath();
                    default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
                }
            }
            return new Options(data, story, json, help);
        }

        private static boolean named(String story) {
            if (!story.equals("interaction")) {
                throw new IllegalArgumentException("There is no story " + story + "; there is: interaction");
            }
            return true;
        }

        private static String value(String[] arguments, int index) {
            if (index >= arguments.length) {
                throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
            }
            return arguments[index];
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("hub demo: " + wrong.getMessage() + "\n\n" + USAGE);
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(USAGE);
            return;
        }
        System.exit(new Demo(options).run());
    }

    private int run() throws IOException, InterruptedException {
        Files.createDirectories(options.data());
        out.println("Starting five agencies on their own systems …");
        try (City city = City.start(City.Setting.in(options.data().resolve("city")))) {
            out.println("Starting the hub …");
            try (HubProcess hub =
                    HubProcess.start(setting(city), port("HUB_PORT", 8080), port("HUB_CONSOLE_PORT", 8081))) {
                Runtime.getRuntime().addShutdownHook(new Thread(city::close));
                CompletableFuture<?> states = CompletableFuture.runAsync(() -> load(hub));
                Verdict verdict = new InteractionStory(hub, city, new Teller(out)).play(states);
                new Teller(out).conclude(verdict);
                if (options.storyOnly()) {
                    return end(verdict);
                }
                ready(hub);
                new CountDownLatch(1).await();
                return 0;
            }
        }
    }

    /** Some of each register, so that every subject has something to say. */
    private void load(HubProcess hub) {
        try {
            CityStates.load(hub, options.data().resolve("states"), subject -> true, RECORDS_OF_EACH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int end(Verdict verdict) {
        if (options.json()) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.write(verdict.figures()));
        }
        return verdict.isSound() ? 0 : 1;
    }

    private void ready(HubProcess hub) throws IOException {
        Path password = hub.data().resolve("console-first-password.txt");
        String secret = Files.exists(password) ? Files.readString(password).strip() : "as you have set it";
        out.println();
        String planning = "GZ/GOV/PLAN/PERMIT";
        out.println("  people     " + hub.console() + "   user admin, password " + secret);
        out.println("  agencies   " + hub.service("AIC-ENT-REG") + "?wsdl   all passwords: "
                + hub.data().resolve("initial-passwords.txt"));
        out.println("  ask        export AGENCY_USER=" + planning + " AGENCY_PASSWORD="
                + hub.passwords().get(planning) + "   then as the README says");
        out.println(
                "  look       export HUB_DATA=" + hub.data() + "   ./hub trace 440199100000011   ./hub verify --live");
        out.println("READY  everything is up; Ctrl-C ends it");
    }

    private HubProcess.Setting setting(City city) {
        List<String> arguments = new ArrayList<>(List.of("--hub.business-time=" + TUESDAY_IN_2009));
        return new HubProcess.Setting(options.data(), city.endpoints(), Map.of(), arguments);
    }

    private static int port(String variable, int usual) {
        String set = System.getenv(variable);
        return set == null || set.isBlank() ? usual : Integer.parseInt(set);
    }
}

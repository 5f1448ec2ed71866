package lingnan.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A broker as a process of its own, for tests and small installations: prints {@code LISTENING <port>} when it serves,
 * and stops when its standard input is closed, so that it cannot outlive whoever started it.
 */
public final class StandaloneBroker {

    private static final String USAGE = """
            A message broker for hubs, in a process of its own.

              --data DIR              where it keeps its files (default: data/broker)
              --bind ADDRESS          default 127.0.0.1
              --port PORT             default 61616; 0 for a free one
              --user NAME             default hub, or HUB_BROKER_USER
              --password-file FILE    its first line is the password; otherwise HUB_BROKER_PASSWORD
              --file NAME             standalone (default), standalone-tls, cluster-primary or cluster-backup
              --stay                  go on when standard input is closed; stop by a signal

            Other settings of the files are system properties, -Dlingnan.broker.tls.keystore=... and the like.
            """;

    private StandaloneBroker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "broker-config/logback.xml");
        }
        Options options = Options.parse(List.of(arguments), System.getenv());
        if (options.password().isEmpty()) {
            System.err.println("The broker needs a password: set HUB_BROKER_PASSWORD or give --password-file.");
            System.exit(2);
        }
        options.properties().forEach(System::setProperty);
        serve(options);
    }

    private static void serve(Options options) throws IOException, InterruptedException {
        BrokerServer server = BrokerServer.fromFile(
                options.file(), options.data(), List.of(BrokerUser.hub(options.user(), options.password())));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "broker-stop"));
        System.out.println(server.isActive() ? "LISTENING " + server.port() : "WAITING as a backup");
        if (options.stay()) {
            new CountDownLatch(1).await();
        }
        InputStream input = System.in;
        while (input.read() >= 0) {
            // What is written to it means nothing; only its end does.
        }
        System.exit(0);
    }

    private record Options(
            BrokerFile file, Path data, String user, String password, boolean stay, Map<String, String> properties) {

        static Options parse(List<String> arguments, Map<String, String> environment) throws IOException {
            String file = value(arguments, "--file", "standalone");
            String passwordFile = value(arguments, "--password-file", "");
            String password = passwordFile.isEmpty()
                    ? environment.getOrDefault("HUB_BROKER_PASSWORD", "")
                    : Files.readString(Path.of(passwordFile))
                            .lines()
                            .findFirst()
                            .orElse("");
            return new Options(
                    BrokerFile.valueOf(file.toUpperCase(Locale.ROOT).replace('-', '_')),
                    Path.of(value(arguments, "--data", "data/broker")),
                    value(arguments, "--user", environment.getOrDefault("HUB_BROKER_USER", "hub")),
                    password,
                    arguments.contains("--stay"),
                    Map.of(
                            "lingnan.broker.bind", value(arguments, "--bind", "127.0.0.1"),
                            "lingnan.broker.port", value(arguments, "--port", "61616")));
        }

        private static String value(List<String> arguments, String name, String otherwise) {
            int at = arguments.indexOf(name);
            return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : otherwise;
        }
    }
}

package lingnan.hub.command;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lingnan.hub.Hub;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

@Command(
        name = "run",
        description = "Runs the hub in the foreground until it is stopped.",
        footer = "Any setting of docs/reference/settings.md can follow as --hub.NAME=VALUE.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Option(names = "--port", paramLabel = "PORT", description = "The agencies' port (HUB_PORT, 8080).")
    private @Nullable Integer port;

    @Option(names = "--console-port", paramLabel = "PORT", description = "The people's port (HUB_CONSOLE_PORT, 8081).")
    private @Nullable Integer consolePort;

    @Option(names = "--bind", paramLabel = "ADDR", description = "The address to listen on (127.0.0.1).")
    private @Nullable String bind;

    @Option(
            names = "--passwords-without-tls",
            description = "Allow an address beyond loopback although passwords would cross the network in the clear.")
    private boolean passwordsWithoutTls;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        for (String setting : settings) {
            if (!setting.startsWith("--hub.") || !setting.contains("=")) {
                throw new CommandFailure(setting + " is no option and no setting of the form --hub.NAME=VALUE.");
            }
        }
        List<String> arguments = new ArrayList<>();
        arguments.add("--hub.data=" + here.data());
        arguments.add("--hub.city=" + here.city());
        add(arguments, "hub.port", port);
        add(arguments, "hub.console.port", consolePort);
        if (bind != null) {
            requireSafe(bind);
            add(arguments, "hub.bind", bind);
        }
        arguments.addAll(settings);
        sayReady(SpringApplication.run(Hub.class, arguments.toArray(String[]::new))
                .getEnvironment());
        new CountDownLatch(1).await();
        return 0;
    }

    /** The line that whoever started the hub waits for. */
    private void sayReady(Environment hub) {
        PrintWriter out = here.out();
        String address = "http://" + hub.getProperty("hub.bind") + ":";
        out.printf(
                "READY agencies %s%s/services/  people %s%s/  data %s%n",
                address,
                hub.getProperty("local.server.port"),
                address,
                hub.getProperty("local.console.port"),
                here.data());
        out.flush();
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + name + "=" + value);
        }
    }

    private void requireSafe(String address) {
        try {
            if (!passwordsWithoutTls && !InetAddress.getByName(address).isLoopbackAddress()) {
                throw new CommandFailure("Passwords would cross the network in the clear at " + address
                        + ". Put TLS in front, or say --passwords-without-tls if the network is trusted.");
            }
        } catch (UnknownHostException unknown) {
            throw new CommandFailure("There is no address " + address + " on this machine.");
        }
    }
}

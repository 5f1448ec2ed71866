package lingnan.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneBrokerIT {

    @TempDir
    Path directory;

    @Test
    void losesNoSendThatReturnedWhenItIsKilled() throws Exception {
        Path data = directory.resolve("data");
        try (BrokerProcess first = new BrokerProcess(data, List.of(), "--port", "0")) {
            Client client = first.connect().declare("hub.ask.AIC");
            for (int i = 0; i < 50; i++) {
                client.send("hub.ask.AIC", "事项" + i);
            }
            first.kill();
        }
        try (BrokerProcess second = new BrokerProcess(data, List.of(), "--port", "0");
                Client client = second.connect()) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.receive("hub.ask.AIC", 5_000)).isEqualTo("事项" + i);
            }
            assertThat(client.receive("hub.ask.AIC", 100)).isNull();
        }
    }

    @Test
    void endsWithWhoeverStartedIt() throws Exception {
        try (BrokerProcess broker = new BrokerProcess(directory, List.of(), "--port", "0")) {
            assertThat(broker.firstLine()).matches("LISTENING \\d+");
            assertThat(broker.end()).isZero();
        }
    }

    @Test
    void speaksTlsOnlyToClientsWithACertificate() throws Exception {
        Path server = keystore("server", "CN=127.0.0.1", "san=ip:127.0.0.1");
        Path client = keystore("client", "CN=hub", "san=dns:hub");
        Path trusted = trust(server, client);
        List<String> jvm = List.of(
                "-Dlingnan.broker.tls.keystore=" + server,
                "-Dlingnan.broker.tls.keystore-password=changeit",
                "-Dlingnan.broker.tls.truststore=" + trusted,
                "-Dlingnan.broker.tls.truststore-password=changeit");
        try (BrokerProcess broker =
                new BrokerProcess(directory.resolve("data"), jvm, "--port", "0", "--file", "standalone-tls")) {
            String trust =
                    "?sslEnabled=true;useEpoll=false;callTimeout=2000;trustStoreType=PKCS12;trustStorePassword=changeit"
                            + ";trustStorePath=" + trusted;
            String own = ";keyStoreType=PKCS12;keyStorePassword=changeit;keyStorePath=" + client;
            String address = "tcp://127.0.0.1:" + broker.port();

            try (Client known = new Client(address + trust + own, "hub", BrokerProcess.PASSWORD)) {
                known.declare("hub.ask.AIC").send("hub.ask.AIC", "密");
                assertThat(known.receive("hub.ask.AIC", 5_000)).isEqualTo("密");
            }
            assertThatThrownBy(() -> new Client(address + trust, "hub", BrokerProcess.PASSWORD))
                    .as("no certificate");
            assertThatThrownBy(() -> new Client(address + "?callTimeout=2000", "hub", BrokerProcess.PASSWORD))
                    .as("no TLS");
        }
    }

    @Test
    void servesFromTheBackupWhenThePrimaryIsKilled() throws Exception {
        Path store = directory.resolve("store");
        int one = freePort();
        int two = freePort();
        try (BrokerProcess primary = member("primary", store, one, two);
                BrokerProcess backup = member("backup", store, two, one)) {
            assertThat(backup.firstLine()).startsWith("WAITING");
            Client before = primary.connect().declare("hub.ask.AIC");
            before.send("hub.ask.AIC", "接管");
            primary.kill();

            String url = "tcp://127.0.0.1:" + two + "?initialConnectAttempts=60;retryInterval=500";
            try (Client after = new Client(url, "hub", BrokerProcess.PASSWORD)) {
                assertThat(after.receive("hub.ask.AIC", 5_000)).isEqualTo("接管");
            }
        }
    }

    private BrokerProcess member(String role, Path store, int port, int other) throws IOException {
        List<String> jvm = List.of(
                "-Dlingnan.broker.store=" + store,
                "-Dlingnan.broker.other=127.0.0.1:" + other,
                "-Dlingnan.broker.cluster.password=between");
        return new BrokerProcess(
                directory.resolve(role), jvm, "--port", Integer.toString(port), "--file", "cluster-" + role);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path keystore(String alias, String name, String alternative) throws Exception {
        Path store = directory.resolve(alias + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-ext",
                alternative,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        return store;
    }

    private Path trust(Path... stores) throws Exception {
        Path trusted = directory.resolve("trusted.p12");
        for (Path store : stores) {
            String alias = store.getFileName().toString().replace(".p12", "");
            Path certificate = directory.resolve(alias + ".cer");
            keytool(
                    "-exportcert",
                    "-alias",
                    alias,
                    "-storepass",
                    "changeit",
                    "-keystore",
                    store.toString(),
                    "-file",
                    certificate.toString());
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    alias,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "changeit",
                    "-keystore",
                    trusted.toString(),
                    "-file",
                    certificate.toString());
        }
        return trusted;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}

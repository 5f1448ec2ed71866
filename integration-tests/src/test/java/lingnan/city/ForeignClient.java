package lingnan.city;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The client programs in other languages, each as a user of its stack would write it. */
enum ForeignClient {
    CURL("curl/query.sh") {
        @Override
        ForeignProgram program(String script) throws IOException {
            return ForeignProgram.client("sh", script).needing("apt-get install curl", "curl", "--version");
        }
    },
    PHP("php/query.php") {
        @Override
        ForeignProgram program(String script) throws IOException {
            return ForeignProgram.client("php", script)
                    .needing("apt-get install php-cli php-soap", "php", "-r", "new ReflectionClass('SoapClient');");
        }
    },
    ZEEP("python/query.py") {
        @Override
        ForeignProgram program(String script) throws IOException {
            return ForeignProgram.client(PYTHON, script)
                    .needing("apt-get install python3-zeep", PYTHON, "-c", "import zeep");
        }
    },
    NODE("node/query.js") {
        @Override
        ForeignProgram program(String script) throws IOException {
            Path folder = Installation.find().clients().resolve("node");
            // Two tests may need it at once, each in a process of its own.
            try (FileChannel file = FileChannel.open(folder.resolve("package.json"), WRITE)) {
                file.lock();
                return ForeignProgram.client("node", script)
                        .needing(
                                "apt-get install nodejs npm, and the npm registry within reach",
                                "npm",
                                "install",
                                "--prefix",
                                folder.toString());
            }
        }
    },
    DOT_NET("dotnet/query.py") {
        @Override
        ForeignProgram program(String script) throws IOException {
            return ForeignProgram.client(PYTHON, script).needing("apt-get install python3", PYTHON, "--version");
        }
    },
    AXIS("lingnan.city.clients.AxisClient") {
        @Override
        ForeignProgram program(String mainClass) {
            return ForeignProgram.axis(mainClass);
        }
    };

    /** The operating system's own, which has the packages. */
    private static final String PYTHON = "/usr/bin/python3";

    private final String query;

    ForeignClient(String query) {
        this.query = query;
    }

    /** The program that asks once; skips the test if this machine lacks what it needs. */
    final ForeignProgram program() throws IOException {
        return program(query);
    }

    /** Another program of the same stack. */
    abstract ForeignProgram program(String script) throws IOException;
}

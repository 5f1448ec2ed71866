package lingnan.city;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The client programs in other languages, each as a user of its stack would write it. */
enum ForeignClient {
    CURL {
        @Override
        ForeignProgram program() throws IOException {
            return ForeignProgram.client("sh", "curl/query.sh").needing("apt-get install curl", "curl", "--version");
        }
    },
    PHP {
        @Override
        ForeignProgram program() throws IOException {
            return ForeignProgram.client("php", "php/query.php")
                    .needing("apt-get install php-cli php-soap", "php", "-r", "new ReflectionClass('SoapClient');");
        }
    },
    ZEEP {
        @Override
        ForeignProgram program() throws IOException {
            return ForeignProgram.client(PYTHON, "python/query.py")
                    .needing("apt-get install python3-zeep", PYTHON, "-c", "import zeep");
        }
    },
    NODE {
        @Override
        ForeignProgram program() throws IOException {
            Path folder = Installation.find().clients().resolve("node");
            // Two tests may need it at once, each in a process of its own.
            try (FileChannel file = FileChannel.open(folder.resolve("package.json"), WRITE)) {
                file.lock();
                return ForeignProgram.client("node", "node/query.js")
                        .needing(
                                "apt-get install nodejs npm, and the npm registry within reach",
                                "npm",
                                "install",
                                "--prefix",
                                folder.toString());
            }
        }
    },
    DOT_NET {
        @Override
        ForeignProgram program() throws IOException {
            return ForeignProgram.client(PYTHON, "dotnet/query.py")
                    .needing("apt-get install python3", PYTHON, "--version");
        }
    },
    AXIS {
        @Override
        ForeignProgram program() {
            return ForeignProgram.axis("lingnan.city.clients.AxisClient");
        }
    };

    /** The operating system's own, which has the packages. */
    private static final String PYTHON = "/usr/bin/python3";

    /** Skips the test if this machine lacks what it needs. */
    abstract ForeignProgram program() throws IOException;
}

package lingnan.hub.command;

import picocli.CommandLine.Option;

/** For commands whose output a machine may read. */
final class JsonOption {

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean isWanted;

    boolean isWanted() {
        return isWanted;
    }
}

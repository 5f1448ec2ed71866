package lingnan.city.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lingnan.city.HubProcess;

/** Everything that is measured, running side by side: provider, two hops, a hub without a log and a hub. */
final class Yard implements AutoCloseable {

    static final String DIRECT = "direct-call";
    static final String SERVLET = "servlet-hop";
    static final String CAMEL = "camel-hop";
    static final String WITHOUT_LOG = "flow-without-log";
    static final String WHOLE_FLOW = "whole-flow";

    private final List<Peer> peers = new ArrayList<>();
    private final List<HubProcess> hubs = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Way> translations = new ArrayList<>();
    private final Provider provider;

    private Yard(Peer stub) {
        this.peers.add(stub);
        this.provider = new Provider(stub.base(), Cpu.of(stub.pid()));
    }

    /** @param directory for data and logs, on a real disk */
    static Yard start(Path directory) throws IOException {
        Yard yard = new Yard(Peer.start("CannedAgency", directory, List.of()));
        boolean isUp = false;
        try {
            yard.add(directory);
            isUp = true;
            return yard;
        } finally {
            if (!isUp) {
                yard.close();
            }
        }
    }

    private void add(Path directory) throws IOException {
        Sample sample = Sample.PLAN_BUILD_PERMIT;
        ways.add(hop(DIRECT, "direct call", provider.base(), sample, Cpu.none()));
        Peer servlet = peer("ServletHop", directory);
        ways.add(hop(SERVLET, "bare servlet + HttpClient 5", servlet.base(), sample, Cpu.of(servlet.pid())));
        Peer camel = peer("CamelHop", directory);
        ways.add(hop(CAMEL, "the same through a Camel route", camel.base(), sample, Cpu.of(camel.pid())));
        MeasuredHubs measured = new MeasuredHubs(directory, provider.base());
        HubProcess forgetful = started(measured.withoutLog());
        ways.add(through(forgetful, WITHOUT_LOG, "the hub's flow without its log", sample));
        for (Sample each : Sample.values()) {
            translations.add(through(forgetful, WITHOUT_LOG, each.dialect(), each));
        }
        ways.add(through(started(measured.whole()), WHOLE_FLOW, "the whole hub", sample));
    }

    private Peer peer(String program, Path directory) throws IOException {
        Peer peer = Peer.start(program, directory, List.of(provider.base().toString()));
        peers.add(peer);
        return peer;
    }

    private HubProcess started(HubProcess hub) {
        hubs.add(hub);
        return hub;
    }

    private static Way hop(String name, String label, URI base, Sample sample, Cpu cpu) {
        Target target = new Target(base.resolve(sample.providerPath()), sample);
        return new Way(name, label, target, Check.canned(sample), cpu, Cpu.none());
    }

    private static Way through(HubProcess hub, String name, String label, Sample sample) throws IOException {
        String password = hub.passwords().get(sample.caller());
        Target target = new Target(hub.service(sample.subject()), sample, sample.caller() + ":" + password);
        long database = hub.databasePid().orElseThrow(() -> new BenchFailure(name + " has no database of its own"));
        Path data = Path.of("/proc", Long.toString(database), "cwd").toRealPath();
        return new Way(name, label, target, Check.learn(target), Cpu.of(hub.pid()), Cpu.in(data));
    }

    Provider provider() {
        return provider;
    }

    /** The same question, from the least to the whole. */
    List<Way> ways() {
        return ways;
    }

    /** One question for each dialect, through the hub without a log. */
    List<Way> translations() {
        return translations;
    }

    @Override
    public void close() throws IOException {
        for (HubProcess hub : hubs) {
            hub.close();
        }
        peers.forEach(Peer::stop);
    }
}

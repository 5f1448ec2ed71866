package lingnan.hub.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lingnan.hub.access.Caller;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.console.MemoryLog;
import lingnan.hub.contract.CallHeaders;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Idempotency;
import lingnan.hub.messagelog.Key;
import lingnan.wsdl.catalog.AddToObjection;
import lingnan.wsdl.catalog.Objection;
import lingnan.wsdl.catalog.ObjectionAnswer;
import lingnan.wsdl.catalog.RevokeGrant;
import lingnan.wsdl.catalog.RevokeGrantResponse;
import org.junit.jupiter.api.Test;

/** What a command's caller is told when its act is done and what comes after it fails. */
class CommandsTests {

    private final MemoryLog log = new MemoryLog();
    private final Commands commands = new Commands(
            new Forgetful(),
            new CommandLog(log, log, BusinessClock.real(), new CommandKeys(new Shipped(), BusinessClock.real())));

    @Test
    void tellsWhatWasDoneThoughNeitherItsEntryNorItsIdCanBeKeptNow() {
        log.breakDown(true);
        AtomicInteger times = new AtomicInteger();
        RevokeGrantResponse answer = commands.once(visit(), revoke(), RevokeGrantResponse.class, () -> {
            times.incrementAndGet();
            return new RevokeGrantResponse();
        });
        assertThat(answer).isNotNull();
        assertThat(times).hasValue(1);
        assertThat(log.spooled()).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(EntryKind.COMMANDED);
            assertThat(kept.bodies()).hasSize(2);
        });
    }

    @Test
    void keepsNothingOfWhatIsSaidInAnObjection() {
        AddToObjection said = new AddToObjection();
        said.setObjection("O-2009-1");
        said.setEvidence("示例·阿依木，𠮷");
        ObjectionAnswer answer = new ObjectionAnswer();
        answer.setObjection(new Objection());
        answer.getObjection().setId("O-2009-1");
        answer.getObjection().setMessageId("0124e5c7-0000-7000-8000-000000000001");
        commands.once(visit(), said, ObjectionAnswer.class, () -> answer);
        assertThat(log.all()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.COMMANDED);
            assertThat(entry.bodies()).isEmpty();
            assertThat(entry.facts()).containsEntry(Fact.RELATES_TO.wireName(), "0124e5c7-0000-7000-8000-000000000001");
            assertThat(entry.keys())
                    .contains(new Key("objection", "O-2009-1", false))
                    .filteredOn(key -> key.type().equals("requestDigest"))
                    .singleElement()
                    .satisfies(key -> assertThat(key.person()).isTrue());
        });
    }

    private static RevokeGrant revoke() {
        RevokeGrant said = new RevokeGrant();
        said.setGrant("G-2009-1");
        said.setReason("不再需要");
        return said;
    }

    private static Visit visit() {
        return new Visit(
                new Caller(SubsystemId.parse("GZ/GOV/LTAX/TAX"), Caller.Strength.AUTHENTICATED),
                "127.0.0.1",
                MessageId.next(Clock.systemUTC()),
                new CallHeaders(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("𠮷-1")),
                new Body(Body.Role.REQUEST_RECEIVED, "text/xml", "<a/>".getBytes(UTF_8)),
                "http://127.0.0.1/services/");
    }

    /** Takes an id on and is out of reach ever after. */
    private static final class Forgetful implements Idempotency {

        @Override
        public Claim claim(byte[] key, byte[] bodyDigest, MessageId message, Duration running) {
            return new Claim.First();
        }

        @Override
        public boolean complete(byte[] key, MessageId message, Duration keep) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "");
        }

        @Override
        public void release(byte[] key, MessageId message) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "");
        }

        @Override
        public int expire() {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "");
        }
    }

    private static final class Shipped implements Catalog {

        @Override
        public Snapshot current() {
            return ShippedCity.snapshot();
        }

        @Override
        public Check reload() {
            throw new UnsupportedOperationException();
        }
    }
}

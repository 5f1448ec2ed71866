package lingnan.hub.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lingnan.hub.access.Caller.Strength;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubsystemId;

/**
 * HTTP Basic: the user is a subsystem such as {@code GZ/GOV/AIC/ENT}, or an agency's code for its first subsystem. A
 * password that was right is remembered for some minutes; trying one costs tens of milliseconds, so only a few are
 * tried at once, and guessers wait.
 */
final class BasicCallerResolver implements CallerResolver {

    private static final String MEMBER_CLASS = "GOV";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Catalog catalog;
    private final Passwords passwords;
    private final BusinessClock clock;
    private final VerifiedPasswords verified;
    private final FailedAttempts attempts;
    private final Semaphore trying =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** @param time real time, for what is remembered */
    BasicCallerResolver(Catalog catalog, Passwords passwords, BusinessClock clock, Clock time) {
        this.catalog = catalog;
        this.passwords = passwords;
        this.clock = clock;
        this.verified = new VerifiedPasswords(time);
        this.attempts = new FailedAttempts(time);
    }

    /** @throws HubFault HUB_BUSY if there was no time to check the password: that says nothing of the caller */
    @Override
    public Optional<Caller> resolve(Credentials credentials) {
        return BasicCredentials.parse(credentials.authorization())
                .flatMap(basic -> subsystem(basic.user())
                        .filter(subsystem -> isRight(subsystem, basic.password(), credentials.remoteAddress())))
                .map(subsystem -> new Caller(subsystem, Strength.AUTHENTICATED));
    }

    private Optional<SubsystemId> subsystem(String user) {
        try {
            Snapshot city = catalog.current();
            if (user.indexOf('/') < 0) {
                return agency(city, AgencyCode.of(user))
                        .map(agency -> new SubsystemId(
                                city.instance(),
                                MEMBER_CLASS,
                                agency.code(),
                                agency.subsystems().get(0)));
            }
            SubsystemId subsystem = SubsystemId.parse(user);
            return agency(city, subsystem.agency())
                    .filter(agency -> agency.subsystems().contains(subsystem.subsystem())
                            && subsystem.instance().equals(city.instance())
                            && subsystem.memberClass().equals(MEMBER_CLASS))
                    .map(agency -> subsystem);
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    private Optional<Agency> agency(Snapshot city, AgencyCode code) {
        return city.agency(code, clock.today());
    }

    private boolean isRight(SubsystemId subsystem, String password, String address) {
        Optional<String> hash = passwords.hashOf(subsystem);
        if (hash.isEmpty()) {
            return false;
        }
        if (verified.contains(subsystem, password, hash.get())) {
            return true;
        }
        if (attempts.mustWait(subsystem, address) || !tryPassword(password, hash.get(), subsystem, address)) {
            return false;
        }
        attempts.succeeded(subsystem, address);
        return true;
    }

    private boolean tryPassword(String password, String hash, SubsystemId subsystem, String address) {
        boolean mayTry = false;
        try {
            mayTry = trying.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!mayTry) {
                throw new HubFault(FaultCode.HUB_BUSY, "too many passwords are being checked");
            }
            // Of several requests of one caller the first has checked it for the others.
            boolean right = verified.contains(subsystem, password, hash) || passwords.matches(password, hash);
            if (right) {
                verified.add(subsystem, password, hash);
            } else {
                attempts.failed(subsystem, address);
            }
            return right;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (mayTry) {
                trying.release();
            }
        }
    }
}

package lingnan.hub.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The passwords of the information systems. Their hashes are held in memory and read again every few seconds, so that a
 * password changed on one hub counts on all of them soon, and no caller waits for the database to be identified.
 */
public final class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final PasswordHashes hashes;
    private final InitialPasswords initial;
    private final Consumer<Entry> acts;
    private volatile Map<String, String> known = Map.of();
    private volatile Set<String> foreign = Set.of();

    /**
     * Works on a database of its own accord, also without a running hub.
     *
     * @param acts makes an entry durable that tells of a change; without it nothing is changed
     */
    public Passwords(DataSource dataSource, StorageSettings settings, Consumer<Entry> acts) {
        this.acts = acts;
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        hashes = new PasswordHashes(settings.secretFiles().bytes("password-pepper", 32));
        initial = new InitialPasswords(settings.directory().resolve("initial-passwords.txt"));
    }

    /**
     * Sets a system's password. Counts at once here, within seconds on other hubs.
     *
     * @param actor who sets it, for the log
     * @throws IllegalArgumentException if it is shorter than 12 or longer than 200 characters
     */
    public void set(String actor, SubsystemId subsystem, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        String hash = hashes.hashChosen(password);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into access.credential (subsystem, hash, pepper) values (?, ?, ?)
                            on conflict (subsystem) do update
                            set hash = excluded.hash, pepper = excluded.pepper, changed_at = now()""").params(subsystem.toString(), hash, hashes.pepperId()).update();
            acts.accept(administered(actor, "the password of " + subsystem + " was set"));
        });
        load();
    }

    /** Makes a random password for each system that has none, and writes it once to a file for the operator. */
    void provide(List<SubsystemId> subsystems) {
        load();
        List<SubsystemId> without = subsystems.stream()
                .filter(subsystem ->
                        !known.containsKey(subsystem.toString()) && !foreign.contains(subsystem.toString()))
                .toList();
        if (without.isEmpty()) {
            return;
        }
        record Made(SubsystemId subsystem, String password, String hash) {}
        List<Made> all = without.stream()
                .map(subsystem -> {
                    String password = InitialPasswords.random();
                    return new Made(subsystem, password, hashes.hashMadeUp(password));
                })
                .toList();
        transaction.executeWithoutResult(status -> {
            Map<String, String> written = new TreeMap<>();
            for (Made made : all) {
                if (insert(made.subsystem(), made.hash())) {
                    written.put(made.subsystem().toString(), made.password());
                }
            }
            if (!written.isEmpty()) {
                acts.accept(administered("hub", "first passwords were made: " + String.join(", ", written.keySet())));
            }
            initial.add(written);
        });
        load();
    }

    private static Entry administered(String actor, String what) {
        Clock real = Clock.systemUTC();
        return new Entry(
                EntryKind.ADMINISTERED,
                MessageId.next(real),
                real.instant(),
                Map.of(Fact.ACTOR, actor, Fact.DETAIL, what),
                List.of(),
                List.of());
    }

    /** Empty if there is none, or one made with another hub's pepper. */
    Optional<String> hashOf(SubsystemId subsystem) {
        return Optional.ofNullable(known.get(subsystem.toString()));
    }

    boolean matches(String password, String hash) {
        return hashes.matches(password, hash);
    }

    /** Of two hubs that start at once on one database, one's password counts and is written down. */
    private boolean insert(SubsystemId subsystem, String hash) {
        return jdbc.sql("""
                        insert into access.credential (subsystem, hash, pepper) values (?, ?, ?)
                        on conflict (subsystem) do nothing""")
                        .params(subsystem.toString(), hash, hashes.pepperId())
                        .update()
                == 1;
    }

    private void load() {
        List<Row> rows = jdbc.sql("select subsystem, hash, pepper from access.credential")
                .query(Row.class)
                .list();
        known = rows.stream()
                .filter(row -> row.pepper().equals(hashes.pepperId()))
                .collect(Collectors.toUnmodifiableMap(Row::subsystem, Row::hash));
        Set<String> others = rows.stream()
                .map(Row::subsystem)
                .filter(subsystem -> !known.containsKey(subsystem))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty() && !others.equals(foreign)) {
            LOG.warn(
                    "These systems' passwords were made with other secrets and are not accepted here: {}. Share the"
                            + " secrets directory between hubs of one database, or set the passwords again.",
                    String.join(", ", others));
        }
        foreign = others;
    }

    record Row(String subsystem, String hash, String pepper) {}
}

package lingnan.hub.messagelog;

import java.util.Arrays;
import javax.sql.DataSource;
import lingnan.hub.database.DatabaseUnavailable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hub with other keys than the log's would write what nobody can read. It must not start. */
final class KeyCheck {

    private KeyCheck() {}

    static void prove(DataSource database, LogKeys keys) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update(
                "insert into messagelog.key_check (name, value) values ('master', ?) on conflict do nothing",
                keys.check());
        byte[] known =
                jdbc.queryForObject("select value from messagelog.key_check where name = 'master'", byte[].class);
        if (!Arrays.equals(known, keys.check())) {
            throw new DatabaseUnavailable(
                    "The hub does not start: the message log in this database was written with"
                            + " another master key. Copy the directory secrets of the hub that wrote it, or name it in HUB_SECRETS.");
        }
    }
}

package lingnan.hub.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The schema of each module: a folder {@code db/<module>} on the class path is all that a module adds. It becomes the
 * PostgreSQL schema of that name with a history of its own. In a module's schema the hub's role may read and write rows
 * and the auditor's may read them, unless the module's own scripts rule it more narrowly.
 */
final class Migrations {

    /** These come first: roles, then the log. The others follow by name. */
    private static final List<String> FIRST = List.of("database", "messagelog");

    /** The log grants its rights itself, column by column. */
    private static final Set<String> OWN_GRANTS = Set.of("database", "messagelog");

    private final DataSource owner;

    Migrations(DataSource owner) {
        this.owner = owner;
    }

    void run() {
        for (String module : modules()) {
            try {
                if (!OWN_GRANTS.contains(module)) {
                    prepare(module);
                }
                migrate(module);
            } catch (FlywayException | SQLException e) {
                throw new DatabaseUnavailable("The schema of module " + module + " could not be brought up to date", e);
            }
        }
    }

    private void migrate(String module) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/" + module)
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(true)
                .table("schema_history")
                .load()
                .migrate();
    }

    private void prepare(String module) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + module);
            statement.execute("grant usage on schema " + module + " to lingnan_hub, lingnan_auditor");
            statement.execute("alter default privileges in schema " + module
                    + " grant select, insert, update, delete on tables to lingnan_hub");
            statement.execute(
                    "alter default privileges in schema " + module + " grant usage on sequences to lingnan_hub");
            statement.execute(
                    "alter default privileges in schema " + module + " grant select on tables to lingnan_auditor");
        }
    }

    private static List<String> modules() {
        Set<String> found = new TreeSet<>();
        try {
            for (Resource script : new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                    .getResources("classpath*:db/*/V*.sql")) {
                String[] path = script.getURL().getPath().split("/");
                found.add(path[path.length - 2]);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("The schema scripts on the class path cannot be read", e);
        }
        found.removeAll(FIRST);
        List<String> ordered = new ArrayList<>(FIRST);
        ordered.addAll(found);
        return ordered;
    }
}

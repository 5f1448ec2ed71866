package lingnan.hub.console.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcAccounts implements Accounts {

    private final JdbcClient database;

    JdbcAccounts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(String name) {
        return database.sql("select name, password, roles, must_change from console.account where name = ?")
                .param(name)
                .query((row, number) -> account(row))
                .optional();
    }

    @Override
    public boolean isEmpty() {
        return database.sql("select not exists (select from console.account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean add(Account account) {
        return database.sql("""
                        insert into console.account (name, password, roles, must_change)
                        values (?, ?, ?, ?) on conflict (name) do nothing""")
                        .param(account.name())
                        .param(account.password())
                        .param(account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                        .param(account.mustChange())
                        .update()
                == 1;
    }

    @Override
    public boolean changePassword(String name, String oldHash, String newHash) {
        return database.sql("""
                        update console.account set password = ?, must_change = false, changed_at = now()
                        where name = ? and password = ?""").param(newHash).param(name).param(oldHash).update() == 1;
    }

    private static Account account(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(row.getString("name"), row.getString("password"), roles, row.getBoolean("must_change"));
    }
}

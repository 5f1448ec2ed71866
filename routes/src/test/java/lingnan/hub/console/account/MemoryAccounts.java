package lingnan.hub.console.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory, for tests of pages only. */
public final class MemoryAccounts implements Accounts {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    public void put(String name, String password, Role... roles) {
        accounts.put(name, new Account(name, Passwords.encoder().encode(password), Set.of(roles), false));
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public boolean add(Account account) {
        return accounts.putIfAbsent(account.name(), account) == null;
    }

    @Override
    public boolean changePassword(String name, String oldHash, String newHash) {
        Account known = accounts.get(name);
        if (known == null || !known.password().equals(oldHash)) {
            return false;
        }
        accounts.put(name, new Account(name, newHash, known.roles(), false));
        return true;
    }
}

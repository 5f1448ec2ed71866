package lingnan.hub.console.account;

import java.util.Optional;

/** The local accounts. */
interface Accounts {

    Optional<Account> find(String name);

    boolean isEmpty();

    /** @return false if there is an account of this name already, which then stays as it is */
    boolean add(Account account);

    /**
     * @param oldHash what the account must still have, so that of two changes only one takes effect
     * @return false if it has another by now
     */
    boolean changePassword(String name, String oldHash, String newHash);
}

package lingnan.hub.console.account;

import java.util.Set;

/**
 * A person's way into the console.
 *
 * @param password hashed, with the name of the algorithm in front
 * @param mustChange true until the first password has been replaced: until then nothing but that can be done
 */
record Account(String name, String password, Set<Role> roles, boolean mustChange) {

    Account {
        roles = Set.copyOf(roles);
    }
}

package lingnan.hub.console.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lingnan.hub.kernel.HubFault;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password, not too often, and has it logged before anybody is let in. */
final class SignIn implements AuthenticationProvider {

    /** The only authority of an account whose first password has not been changed. */
    static final String MUST_CHANGE = "MUST_CHANGE_PASSWORD";

    /** Hashed against when there is no such account, so that the time taken does not tell. */
    private static final String NOBODY = Passwords.encoder().encode(Passwords.random());

    private final Accounts accounts;
    private final Throttle throttle;
    private final Acts acts;

    SignIn(Accounts accounts, Throttle throttle, Acts acts) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.acts = acts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address = address(attempt);
        if (throttle.toWait(name, address).isPresent()) {
            throw new LockedException("wait");
        }
        try {
            return check(name, String.valueOf(attempt.getCredentials()), address);
        } catch (HubFault | DataAccessException unavailable) {
            throw new AuthenticationServiceException("unavailable", unavailable);
        }
    }

    private Authentication check(String name, String password, String address) {
        Optional<Account> account = accounts.find(name);
        boolean right = password.length() <= Passwords.LONGEST
                && Passwords.encoder()
                        .matches(password, account.map(Account::password).orElse(NOBODY));
        if (account.isEmpty() || !right) {
            throttle.failed(name, address);
            String known = account.map(Account::name).orElse("unknown account");
            acts.administered(new Acts.Actor(known, address), "sign-in failed");
            throw new BadCredentialsException("wrong");
        }
        acts.administered(new Acts.Actor(name, address), "signed in");
        throttle.succeeded(name);
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities(account.get()));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static List<GrantedAuthority> authorities(Account account) {
        Stream<String> names = account.mustChange()
                ? Stream.of(MUST_CHANGE)
                : account.roles().stream().map(role -> "ROLE_" + role);
        return names.<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}

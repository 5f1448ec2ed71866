package lingnan.hub.console.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a person signs in and chooses a password. */
@Controller
final class SignInPages {

    private final Accounts accounts;
    private final Acts acts;
    private final FirstPassword firstPassword;

    SignInPages(Accounts accounts, Acts acts, FirstPassword firstPassword) {
        this.accounts = accounts;
        this.acts = acts;
        this.firstPassword = firstPassword;
    }

    @GetMapping("/login")
    String signIn(HttpServletRequest request, Model page) {
        for (String reason : new String[] {"wrong", "wait", "unavailable", "left", "changed"}) {
            if (request.getParameter(reason) != null) {
                page.addAttribute("reason", reason);
            }
        }
        return "console/login";
    }

    @GetMapping("/password")
    String password() {
        return "console/password";
    }

    /** A changed password ends the session: the new one is proved by signing in with it. */
    @PostMapping("/password")
    String change(
            Principal person,
            HttpServletRequest request,
            Model page,
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String repeated)
            throws ServletException {
        String name = person.getName();
        Account account = accounts.find(name).orElseThrow();
        String mistake = mistake(account, current, chosen, repeated);
        if (mistake == null) {
            acts.administered(new Acts.Actor(name, request.getRemoteAddr()), "password changed");
            String hash = Passwords.encoder().encode(chosen);
            if (accounts.changePassword(name, account.password(), hash)) {
                firstPassword.forget();
                request.logout();
                request.getSession().invalidate();
                return "redirect:/login?changed";
            }
            mistake = "current";
        }
        page.addAttribute("mistake", mistake);
        return "console/password";
    }

    private static @Nullable String mistake(Account account, String current, String chosen, String repeated) {
        if (!Passwords.encoder().matches(current, account.password())) {
            return "current";
        }
        if (chosen.length() < Passwords.SHORTEST || chosen.length() > Passwords.LONGEST) {
            return "length";
        }
        if (chosen.equals(current) || chosen.contains(account.name())) {
            return "same";
        }
        return chosen.equals(repeated) ? null : "repeated";
    }
}

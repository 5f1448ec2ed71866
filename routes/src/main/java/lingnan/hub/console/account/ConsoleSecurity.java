package lingnan.hub.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import lingnan.hub.console.port.Ports;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What protects the console: sign-in by form, deny by default, no script at all, no frame, no cache. The agencies' port
 * has no such chain: what comes in there is the edge's.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class ConsoleSecurity {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    AuthenticationProvider signIn(Accounts accounts, Acts acts) {
        return new SignIn(accounts, new Throttle(Clock.systemUTC()), acts);
    }

    @Bean
    SecurityFilterChain consoleChain(HttpSecurity http, Ports ports, AuthenticationProvider signIn) {
        return http.securityMatcher(ports::isConsole)
                .authenticationProvider(signIn)
                .authorizeHttpRequests(rules -> rules.requestMatchers("/health", "/login", "/assets/**", "/error")
                        .permitAll()
                        .requestMatchers("/password")
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole(Role.AUDITOR.name(), Role.OPERATOR.name(), Role.ADMIN.name()))
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/find")
                        .failureHandler(ConsoleSecurity::notSignedIn))
                .logout(logout -> logout.logoutSuccessUrl("/login?left").deleteCookies("LINGNAN"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(ConsoleSecurity::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String reason = why instanceof LockedException ? "wait" : "wrong";
        response.sendRedirect("/login?" + (why instanceof AuthenticationServiceException ? "unavailable" : reason));
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean mustChange = who != null
                && who.getAuthorities().stream().anyMatch(held -> SignIn.MUST_CHANGE.equals(held.getAuthority()));
        if (mustChange && request.getMethod().equals("GET")) {
            response.sendRedirect("/password");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

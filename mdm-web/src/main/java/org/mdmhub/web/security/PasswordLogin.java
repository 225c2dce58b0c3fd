package org.mdmhub.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Looks whether login and password belong together. The same answer, after the same work, for who is unknown. Whose
 * password was right a short while ago passes without being counted; in the demo a right one passes during a wait too.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final RememberedPasswords remembered = new RememberedPasswords();
    private final String nobody;
    private final boolean demo;

    PasswordLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle, Environment environment) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobody = String.valueOf(passwords.encode("nobody has this password"));
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        // the database knows no NUL
        String login = tried.getName().replace("\0", "");
        String password = String.valueOf(tried.getCredentials());
        Account account = accounts.find(login).orElse(null);
        String hash = account == null ? nobody : account.passwordHash();
        boolean living = account != null && !account.disabled();
        if (!living || !remembered.knows(login, password, hash)) {
            verify(login, password, hash, living, address(tried));
            remembered.remember(login, password, hash);
        }
        String known = account == null ? login : account.login();
        return UsernamePasswordAuthenticationToken.authenticated(known, null, java.util.List.of());
    }

    private void verify(String login, String password, String hash, boolean living, String address) {
        long seconds = throttle.begin(login, address);
        if (seconds > 0 && !demo) {
            throw new Throttled(seconds);
        }
        if (!passwords.matches(password, hash) || !living) {
            throw seconds > 0 ? new Throttled(seconds) : new BadCredentialsException("login or password is wrong");
        }
        throttle.right(login, address);
    }

    /** As the connection has it; what a header says of it is never believed. */
    private static String address(Authentication tried) {
        return tried.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class == authentication;
    }
}

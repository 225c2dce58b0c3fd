package org.mdmhub.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Looks whether login and password belong together. The same answer, after the same work, for who is unknown. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final RememberedPasswords remembered = new RememberedPasswords();
    private final String nobody;

    PasswordLogin(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String login = tried.getName();
        String password = String.valueOf(tried.getCredentials());
        Account account = accounts.find(login).orElse(null);
        String hash = account == null ? nobody : account.passwordHash();
        boolean right = remembered.knows(login, password, hash) || passwords.matches(password, hash);
        if (!right || account == null || account.disabled()) {
            throw new BadCredentialsException("login or password is wrong");
        }
        remembered.remember(login, password, hash);
        return UsernamePasswordAuthenticationToken.authenticated(account.login(), null, java.util.List.of());
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class == authentication;
    }
}

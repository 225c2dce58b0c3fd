package org.mdmhub.web.security;

import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.springframework.stereotype.Component;

/** Somebody changes his own password. Whoever sits at a screen left open guesses the old one no faster than at the door. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final LoginThrottle throttle;
    private final Sessions sessions;

    OwnPassword(Accounts accounts, PasswordPolicy policy, LoginThrottle throttle, Sessions sessions) {
        this.accounts = accounts;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** What is wrong with the old one, as a message key; null where it is right. */
    public @Nullable String wrongOld(String login, @Nullable String old, String address) {
        if (throttle.begin(login, address) > 0) {
            return "password.wrong.wait";
        }
        if (old == null || old.length() > PasswordPolicy.LONGEST * 2 || !accounts.isPassword(login, old)) {
            return "password.wrong.old";
        }
        throttle.right(login, address);
        return null;
    }

    /** What is wrong with the new one, as a message key; null where nothing is. */
    public @Nullable String wrongNew(String login, @Nullable String password) {
        return policy.wrong(login, password);
    }

    /** Sets it and ends all his sessions but this one. */
    public void change(String login, String password, String sessionId) {
        ChangeReason.administration(login, "own password").during(() -> {
            accounts.password(login, password);
        });
        sessions.endOthers(login, sessionId);
    }
}

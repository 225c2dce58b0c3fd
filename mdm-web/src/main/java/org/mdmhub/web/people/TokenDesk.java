package org.mdmhub.web.people;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.ApiTokens;
import org.springframework.stereotype.Component;

/** The form by which a token is made, for oneself or for somebody else. */
@Component
class TokenDesk {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Texts texts;

    TokenDesk(Accounts accounts, ApiTokens tokens, Texts texts) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.texts = texts;
    }

    /** A right that can be lent. */
    record Tick(String name, String label, boolean ticked) {}

    /**
     * The form as it is shown.
     *
     * @param base address below which it posts
     * @param rightsError what is wrong with the ticks, empty where nothing is
     */
    record View(String base, List<FormField> fields, List<Tick> ticks, String rightsLabel, String rightsError) {

        /** Whether something that was sent is wrong. */
        public boolean isWrong() {
            return !isRight();
        }

        /** What the summary of what is wrong leads to. */
        public List<FormField> summary() {
            return Stream.concat(
                            fields.stream(),
                            Stream.of(FormField.of(Input.CHECK, "rights", rightsLabel, "")
                                    .wrong(rightsError)))
                    .toList();
        }

        boolean isRight() {
            return rightsError.isEmpty()
                    && fields.stream().allMatch(field -> field.error().isEmpty());
        }
    }

    /** Before anything was sent. */
    View empty(String login, String base) {
        return view(login, base, TokenForm.empty(), false);
    }

    /** As it was sent, with what is wrong with it. */
    View checked(String login, String base, TokenForm form) {
        return view(login, base, form, true);
    }

    private View view(String login, String base, TokenForm form, boolean sent) {
        Set<Right> owned = owned(login);
        Set<Right> ticked = form.ticked(owned);
        FormField name = FormField.of(Input.TEXT, "tokenName", texts.of("token.name"), form.name())
                .must()
                .atMost(ApiTokens.LONGEST_NAME)
                .hinted(texts.of("token.name.hint"));
        FormField days = FormField.of(Input.NUMBER, "days", texts.of("token.days"), form.typedDays())
                .must()
                .hinted(texts.of("token.days.hint", ApiTokens.MOST_DAYS));
        boolean named = !form.name().isEmpty() && form.name().length() <= ApiTokens.LONGEST_NAME;
        return new View(
                base,
                List.of(
                        sent && !named ? name.wrong(texts.of("token.wrong.name")) : name,
                        sent && form.wantedDays() == 0
                                ? days.wrong(texts.of("token.wrong.days", ApiTokens.MOST_DAYS))
                                : days),
                owned.stream()
                        .map(right -> new Tick(right.name(), texts.of("right." + right.name()), ticked.contains(right)))
                        .toList(),
                texts.of("token.rights"),
                sent && ticked.isEmpty() ? texts.of("token.wrong.rights") : "");
    }

    /** Makes what was checked; the text of the token. */
    String make(String login, TokenForm form, Actor by) {
        Instant expires = Instant.now().plus(Duration.ofDays(form.wantedDays()));
        return tokens.make(login, form.name(), form.ticked(owned(login)), expires, by.login())
                .token();
    }

    private Set<Right> owned(String login) {
        Set<Right> owned = EnumSet.noneOf(Right.class);
        accounts.actor(login, null).ifPresent(actor -> owned.addAll(actor.rights()));
        owned.remove(Right.BE_LOGGED_IN);
        return owned;
    }
}

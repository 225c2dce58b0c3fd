package org.mdmhub.web.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Reassigning;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Who else could decide on a request, in the words of the reader. */
@Component
class Givings {

    private final Reassigning reassigning;
    private final Accounts accounts;
    private final Times times;
    private final Texts texts;

    Givings(Reassigning reassigning, Accounts accounts, Times times, Texts texts) {
        this.reassigning = reassigning;
        this.accounts = accounts;
        this.times = times;
        this.texts = texts;
    }

    RequestSheet.Giving of(UUID request, Actor reader) {
        Reassigning.Desk desk = reassigning.desk(request, reader);
        Set<String> logins = new HashSet<>(desk.able());
        desk.given().forEach(given -> logins.addAll(List.of(given.to(), given.by())));
        String insteadOf = desk.insteadOf();
        if (insteadOf != null) {
            logins.add(insteadOf);
        }
        Map<String, String> names = logins.isEmpty() ? Map.of() : accounts.names(logins);
        return new RequestSheet.Giving(
                desk.waiting(),
                desk.able().stream()
                        .filter(login -> !login.equals(reader.login()))
                        .map(login -> new Option(login, name(names, login)))
                        .toList(),
                insteadOf == null ? "" : name(names, insteadOf),
                desk.given().stream()
                        .map(given -> texts.of(
                                "give.told",
                                given.step(),
                                name(names, given.by()),
                                name(names, given.to()),
                                times.exact(given.at().toInstant()),
                                given.reason()))
                        .toList());
    }

    private static String name(Map<String, String> names, String login) {
        return Objects.requireNonNullElse(names.get(login), login);
    }
}

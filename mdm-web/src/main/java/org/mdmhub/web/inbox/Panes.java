package org.mdmhub.web.inbox;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.Claims;
import org.mdmhub.request.Snoozes;
import org.mdmhub.web.document.Papers;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** The right half of the inbox: one request in full, with the ways to its neighbours. */
@Component
class Panes {

    private final RequestSheets sheets;
    private final Surroundings surroundings;
    private final Searching searching;
    private final Claims claims;
    private final Snoozes snoozes;
    private final Accounts accounts;
    private final Times times;
    private final Papers papers;
    private final Sides sides;

    Panes(
            RequestSheets sheets,
            Surroundings surroundings,
            Searching searching,
            Claims claims,
            Snoozes snoozes,
            Accounts accounts,
            Times times,
            Papers papers,
            Sides sides) {
        this.sides = sides;
        this.papers = papers;
        this.sheets = sheets;
        this.surroundings = surroundings;
        this.searching = searching;
        this.claims = claims;
        this.snoozes = snoozes;
        this.accounts = accounts;
        this.times = times;
    }

    /**
     * A request and what stands around it.
     *
     * @param claimed who else has it before him, null where nobody
     * @param snoozed until when the reader has put it off, empty where he has not
     * @param papers what it brings
     * @param sides what has moved under it
     * @param previous the request above it in the list, null at the top
     * @param next the one below it, null at the end
     */
    record View(
            RequestSheet sheet,
            Surroundings.View around,
            Rows.@Nullable Claimed claimed,
            String snoozed,
            List<Papers.Paper> papers,
            List<Sides.Side> sides,
            @Nullable UUID previous,
            @Nullable UUID next) {}

    /** @throws org.mdmhub.road.Refused NOT_FOUND where there is none that he may see */
    View pane(UUID id, Place place, Actor reader) {
        RequestSheet sheet = sheets.sheet(id, reader);
        boolean decides = sheet.standing().equals("decide");
        if (decides) {
            claims.claim(id, reader.login());
        }
        return new View(
                sheet,
                surroundings.of(sheet, reader),
                decides ? claimed(id, reader) : null,
                decides ? times.exact(snoozes.until(id, reader.login()).orElse(null)) : "",
                papers.ofRequest(id, reader),
                sheet.status().equals("CONFLICT") ? sides.of(id, reader) : List.of(),
                searching.before(place, id, reader).orElse(null),
                searching.behind(place, id, reader).orElse(null));
    }

    private Rows.@Nullable Claimed claimed(UUID id, Actor reader) {
        return claims.other(id, reader.login())
                .map(login ->
                        Objects.requireNonNull(accounts.names(List.of(login)).getOrDefault(login, login)))
                .map(name -> new Rows.Claimed(name, Initials.of(name)))
                .orElse(null);
    }
}

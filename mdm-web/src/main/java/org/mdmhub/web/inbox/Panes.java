package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.document.Papers;
import org.springframework.stereotype.Component;

/** The right half of the inbox: one request in full, with the ways to its neighbours. */
@Component
class Panes {

    private final RequestSheets sheets;
    private final Surroundings surroundings;
    private final Searching searching;
    private final Papers papers;
    private final Sides sides;

    Panes(RequestSheets sheets, Surroundings surroundings, Searching searching, Papers papers, Sides sides) {
        this.sides = sides;
        this.papers = papers;
        this.sheets = sheets;
        this.surroundings = surroundings;
        this.searching = searching;
    }

    /**
     * A request and what stands around it.
     *
     * @param papers what it brings
     * @param sides what has moved under it
     * @param previous the request above it in the list, null at the top
     * @param next the one below it, null at the end
     */
    record View(
            RequestSheet sheet,
            Surroundings.View around,
            List<Papers.Paper> papers,
            List<Sides.Side> sides,
            @Nullable UUID previous,
            @Nullable UUID next) {}

    /** @throws org.mdmhub.road.Refused NOT_FOUND where there is none that he may see */
    View pane(UUID id, Place place, Actor reader) {
        RequestSheet sheet = sheets.sheet(id, reader);
        return new View(
                sheet,
                surroundings.of(sheet, reader),
                papers.ofRequest(id, reader),
                sheet.status().equals("CONFLICT") ? sides.of(id, reader) : List.of(),
                searching.before(place, id, reader).orElse(null),
                searching.behind(place, id, reader).orElse(null));
    }
}

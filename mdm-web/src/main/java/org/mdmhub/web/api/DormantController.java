package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.dormant.Dormant;
import org.mdmhub.dormant.DormantRecords;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is to confirm, or to retire by a change request of that kind. */
@RestController
@RequestMapping("/api/v1/dormant-records")
class DormantController {

    private static final int MOST = 200;

    private final DormantRecords dormant;
    private final Organisations organisations;
    private final Bodies bodies;

    DormantController(DormantRecords dormant, Organisations organisations, Bodies bodies) {
        this.dormant = dormant;
        this.organisations = organisations;
        this.bodies = bodies;
    }

    /** A record; {@code since} it was neither changed nor confirmed. */
    record View(
            String type,
            String code,
            @Nullable String name,
            @Nullable String orgUnit,
            Instant since) {}

    record RefBody(@Nullable String type, @Nullable String code) {}

    record Body(@Nullable List<@Nullable RefBody> records) {}

    /** {@code left} are not the caller's, or not dormant any more. */
    record Done(List<Dormant.Ref> confirmed, List<Dormant.Ref> left) {}

    /** The longest unconfirmed first. */
    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        int most = Page.limit(limit);
        Dormant.Place after = Page.after(cursor, Dormant.Place.FIRST, Dormant.Place::of);
        Map<Integer, String> units = organisations.codes();
        return Page.of(
                dormant.page(reader, after, most + 1),
                most,
                one -> one.since().text(),
                one -> new View(
                        one.type(),
                        one.code(),
                        one.name(),
                        units.get(one.unit()),
                        one.since().at()));
    }

    @PostMapping("/confirm")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class)))
    Done confirm(@RequestBody byte[] raw, Actor actor) {
        List<@Nullable RefBody> sent = bodies.read(raw, Body.class).records();
        if (sent == null || sent.isEmpty() || sent.size() > MOST) {
            throw Problem.invalid("/records", "howMany", String.valueOf(MOST));
        }
        List<Dormant.Ref> refs =
                sent.stream().map(DormantController::ref).distinct().toList();
        Set<Dormant.Ref> confirmed = dormant.confirm(refs, actor);
        return new Done(
                List.copyOf(confirmed),
                refs.stream().filter(ref -> !confirmed.contains(ref)).toList());
    }

    private static Dormant.Ref ref(@Nullable RefBody sent) {
        String type = sent == null ? null : sent.type();
        String code = sent == null ? null : sent.code();
        if (type == null || code == null || code.indexOf('\0') >= 0) {
            throw Problem.invalid("/records", "required");
        }
        return new Dormant.Ref(type, code);
    }
}

package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeFeed;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to all masters, for other systems that follow along. */
@RestController
@RequestMapping("/api/v1")
class ChangeController {

    private final ChangeFeed feed;
    private final MasterTypes types;
    private final Reading reading;

    ChangeController(ChangeFeed feed, MasterTypes types, Reading reading) {
        this.feed = feed;
        this.types = types;
        this.reading = reading;
    }

    /**
     * One record's part in a change.
     *
     * @param kind of the change request, or IMPORT; MERGE and UNMERGE name all that took part
     * @param survivorCode where the record led from then on, null where it stood for itself
     * @param codes the survivor first, then those that were merged into it or came back; else its own alone
     */
    record View(
            long revision,
            Instant at,
            String type,
            String code,
            String kind,
            int version,
            @Nullable UUID mergeId,
            @Nullable String survivorCode,
            List<String> codes) {}

    @GetMapping("/changes")
    @Operation(
            summary = "The change feed",
            description =
                    "Changes of all masters that the caller may see, by revision, without gaps: what was shown never"
                            + " changes, and nothing is added before it. At the end nextCursor is null; go on later with the"
                            + " revision of the last item.")
    Page<View> changes(
            @Parameter(
                            description =
                                    "A revision, all of which was read, or the nextCursor of the page before; 0 begins")
                    @RequestParam(defaultValue = "0")
                    String after,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "50") int limit,
            Actor reader) {
        int most = Page.limit(limit);
        ChangeFeed.Position position = position(after);
        if (type != null && types.find(type).isEmpty()) {
            throw malformed("/type", "unknownType", type);
        }
        return reading.as(
                reader,
                () -> Page.of(
                        feed.page(position, type, most + 1), most, ChangeController::key, ChangeController::view));
    }

    private static Object key(ChangeFeed.Change change) {
        return change.revision() + "-" + change.record();
    }

    private static ChangeFeed.Position position(String after) {
        if (after.matches("\\d{1,18}")) {
            return ChangeFeed.Position.after(Long.parseLong(after));
        }
        try {
            return Page.after(after, ChangeFeed.Position.after(0), ChangeController::standing);
        } catch (Problem e) {
            throw malformed("/after", "malformed", after);
        }
    }

    private static ChangeFeed.Position standing(String cursor) {
        String[] parts = cursor.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(cursor);
        }
        return new ChangeFeed.Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static Problem malformed(String pointer, String code, String value) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error(pointer, code, value)));
    }

    private static View view(ChangeFeed.Change change) {
        return new View(
                change.revision(),
                change.at(),
                change.type(),
                change.code(),
                change.kind(),
                change.version(),
                change.mergeId(),
                change.survivorCode(),
                change.codes());
    }
}

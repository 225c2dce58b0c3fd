package org.mdmhub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.listing.Given;
import org.mdmhub.listing.GivenList;
import org.mdmhub.listing.Lists;
import org.mdmhub.organisation.Actor;
import org.mdmhub.reference.SheetFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists compared with the hub: which of their rows it has already, and which stand in them twice. Nothing is created. */
@RestController
@RequestMapping("/api/v1/lists")
class ListController {

    private static final int LONGEST_KEY = 255;

    private final Lists lists;
    private final ListNames names;
    private final ListResults results;

    ListController(Lists lists, ListNames names, ListResults results) {
        this.lists = lists;
        this.names = names;
        this.results = results;
    }

    /** A list that was taken in. */
    record Taken(UUID id) {}

    /** A list as it stands; {@code keptUntil} is when its rows are deleted. */
    record View(
            UUID id,
            String type,
            String fileName,
            GivenList.State state,
            int rows,
            int read,
            int matched,
            int possible,
            int alone,
            int unread,
            int twice,
            Instant givenAt,
            Instant keptUntil,
            @JsonInclude List<String> columns) {

        private static View of(GivenList list) {
            return new View(
                    list.id(),
                    list.type(),
                    list.fileName(),
                    list.state(),
                    list.rows(),
                    list.read(),
                    list.matched(),
                    list.possible(),
                    list.alone(),
                    list.unread(),
                    list.twice(),
                    list.givenAt(),
                    list.until(),
                    list.fields());
        }
    }

    /** The caller's own lists, the newest first. */
    @GetMapping
    Page<View> all(Actor caller) {
        return new Page<>(lists.of(caller.login()).stream().map(View::of).toList(), null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Taken> give(
            @RequestPart("file") MultipartFile file,
            @RequestParam String type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Actor caller)
            throws IOException {
        if (!lists.isCompared(type)) {
            throw Problem.invalid("/type", "choice", "customers, products");
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed");
        }
        if (file.getSize() > Lists.LIMITS.bytes()) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "tooLargeFile");
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            UUID id = lists.give(new Given(type, name, caller.login(), key), file.getBytes(), names.of(type));
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/lists/" + id))
                    .body(new Taken(id));
        } catch (SheetFile.Unreadable e) {
            throw Problem.invalid("/file", "list." + e.code(), String.valueOf(e.line()));
        } catch (Lists.TooMany e) {
            throw new Problem(HttpStatus.CONFLICT, "tooManyLists");
        } catch (Lists.OtherFile e) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotencyKey");
        }
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Actor caller) {
        return View.of(find(id, caller));
    }

    /** The same file with columns added: row, outcome, code, name, score, reason, and the group of rows that are the same. */
    @GetMapping("/{id}/result")
    void result(@PathVariable UUID id, Actor caller, HttpServletResponse answer) throws IOException {
        GivenList list = find(id, caller);
        if (list.state() != GivenList.State.DONE) {
            throw new Problem(HttpStatus.CONFLICT, list.isRunning() ? "listRunning" : "state");
        }
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"result.csv\"");
        try (Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            results.write(list, caller, out);
        }
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id, Actor caller) {
        lists.cancel(find(id, caller));
        return View.of(find(id, caller));
    }

    /** Deletes what stood in it. That it was given in stays known. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, Actor caller) {
        lists.delete(find(id, caller));
        return ResponseEntity.noContent().build();
    }

    private GivenList find(UUID id, Actor caller) {
        return lists.find(id, caller.login()).orElseThrow(Problem::notFound);
    }
}

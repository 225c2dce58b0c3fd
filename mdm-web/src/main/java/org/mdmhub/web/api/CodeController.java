package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.CodingScheme;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes: the scheme that holds, the ledger, and whether a code can be one. */
@RestController
@RequestMapping("/api/v1")
class CodeController {

    private final Codes codes;
    private final MasterTypes types;
    private final MasterRecords records;
    private final Bodies bodies;
    private final Reading reading;

    CodeController(Codes codes, MasterTypes types, MasterRecords records, Bodies bodies, Reading reading) {
        this.codes = codes;
        this.types = types;
        this.records = records;
        this.bodies = bodies;
        this.reading = reading;
    }

    record Scheme(int version, List<Map<String, Object>> segments) {}

    record Asked(@Nullable String type, @Nullable String code) {}

    record Verdict(
            boolean valid,
            String state,
            String code,
            @Nullable String reason) {}

    record Entry(
            String code,
            String state,
            @Nullable String recordCode,
            @Nullable String survivorCode,
            String who,
            Instant at,
            String why) {}

    @GetMapping("/coding-schemes/{type}")
    ResponseEntity<Scheme> scheme(@PathVariable String type, Actor reader) {
        CodingScheme scheme = codes.scheme(known(type)).orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .eTag("\"" + scheme.version() + "\"")
                .body(new Scheme(scheme.version(), scheme.settings()));
    }

    @PostMapping("/codes/check")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Asked.class)))
    Verdict check(@RequestBody byte[] body, Actor reader) {
        Asked asked = bodies.read(body, Asked.class);
        String type = asked.type();
        String code = asked.code();
        if (type == null || types.find(type).isEmpty()) {
            throw Problem.invalid("/type", type == null ? "required" : "unknownType", String.valueOf(type));
        }
        if (code == null || code.isBlank()) {
            throw Problem.invalid("/code", "required");
        }
        Codes.Verdict verdict = codes.check(type, code);
        IssuedCode.State state = verdict.state();
        return new Verdict(verdict.valid(), state == null ? "UNKNOWN" : state.name(), verdict.code(), verdict.reason());
    }

    /** The ledger knows every code; one whose record lies outside the reader's organisations is not there for him. */
    @GetMapping("/codes/{type}/{code}")
    Entry entry(@PathVariable String type, @PathVariable String code, Actor reader) {
        IssuedCode entry = codes.find(known(type), code).orElseThrow(Problem::notFound);
        return reading.as(reader, () -> {
            Long id = entry.recordId();
            MasterRecord record = id == null ? null : records.find(id).orElseThrow(Problem::notFound);
            Long survivor = record == null ? null : record.survivorId();
            return new Entry(
                    entry.code(),
                    entry.state().name(),
                    record == null ? null : record.code(),
                    survivor == null ? null : records.codeOf(survivor).orElse(null),
                    entry.who(),
                    entry.at(),
                    entry.why());
        });
    }

    private String known(String type) {
        if (types.find(type).isEmpty()) {
            throw Problem.notFound();
        }
        return type;
    }
}

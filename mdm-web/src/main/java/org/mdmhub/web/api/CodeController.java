package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.CheckDigit;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.Gaps;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.Survivors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes: the ledger, its gaps, and whether a code can be one. */
@RestController
@RequestMapping("/api/v1")
class CodeController {

    private static final int MOST_CHARACTERS = 100;

    private final Codes codes;
    private final Gaps gaps;
    private final MasterTypes types;
    private final MasterRecords records;
    private final Survivors survivors;
    private final Bodies bodies;
    private final Reading reading;

    CodeController(
            Codes codes,
            Gaps gaps,
            MasterTypes types,
            MasterRecords records,
            Survivors survivors,
            Bodies bodies,
            Reading reading) {
        this.codes = codes;
        this.gaps = gaps;
        this.types = types;
        this.records = records;
        this.survivors = survivors;
        this.bodies = bodies;
        this.reading = reading;
    }

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

    /** A check by algorithm, for anybody: it knows nothing of the ledger. */
    record Verified(boolean valid, String algorithm, String code) {}

    /** Every number that the counters of a type gave and of which no code is in use, explained. */
    record Report(List<Gaps.Counter> counters, long unexplained) {}

    @GetMapping("/codes/verify")
    ResponseEntity<Verified> verify(@RequestParam String algorithm, @RequestParam String code) {
        CheckDigit known = Arrays.stream(CheckDigit.values())
                .filter(one -> one.name().equals(algorithm))
                .findFirst()
                .orElseThrow(
                        () -> malformed("/algorithm", "choice", String.valueOf(Arrays.asList(CheckDigit.values()))));
        if (code.isBlank() || code.length() > MOST_CHARACTERS) {
            throw malformed("/code", "length", String.valueOf(MOST_CHARACTERS));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new Verified(known.verifies(code), algorithm, code));
    }

    private static Problem malformed(String pointer, String code, String args) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed", List.of(Finding.error(pointer, code, args)));
    }

    @GetMapping("/codes/{type}/gaps")
    Report gaps(@PathVariable String type, Actor reader) {
        List<Gaps.Counter> counters = gaps.of(known(type));
        return new Report(
                counters, counters.stream().mapToLong(Gaps.Counter::unexplained).sum());
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
            return new Entry(
                    entry.code(),
                    entry.state().name(),
                    record == null ? null : record.code(),
                    record == null ? null : survivors.codeOf(record),
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

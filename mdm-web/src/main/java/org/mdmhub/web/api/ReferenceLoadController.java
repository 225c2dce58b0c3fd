package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Finding;
import org.mdmhub.reference.CodeLoads;
import org.mdmhub.reference.CodeMappings;
import org.mdmhub.reference.CodeSheet;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.reference.LoadPlan;
import org.mdmhub.reference.SheetFile;
import org.mdmhub.sync.target.Targets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sheets into code tables and their mappings. The body is the CSV itself; a dry run is the default. */
@RestController
@RequestMapping("/api/v1/reference")
class ReferenceLoadController {

    private final CodeTables tables;
    private final CodeLoads loads;
    private final CodeMappings mappings;
    private final Targets targets;
    private final Organisations organisations;

    ReferenceLoadController(
            CodeTables tables, CodeLoads loads, CodeMappings mappings, Targets targets, Organisations organisations) {
        this.tables = tables;
        this.loads = loads;
        this.mappings = mappings;
        this.targets = targets;
        this.organisations = organisations;
    }

    /** What a sheet did, or would do. */
    record Loaded(
            boolean applied,
            List<LoadPlan.Line> created,
            List<LoadPlan.Line> changed,
            List<LoadPlan.Line> ended,
            int unchanged) {}

    /**
     * Loads entries: {@code code,name,nameZh,parent,validFrom,validTo,position} and any further columns.
     *
     * @param mode {@code dry-run} tells what would come of it, {@code apply} does it
     * @param whole whether the sheet is the whole table, so that what it does not list ends
     */
    @PostMapping(path = "/{table}", consumes = "text/csv")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    Loaded load(
            @PathVariable String table,
            @RequestParam(defaultValue = "dry-run") String mode,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody byte[] body,
            Actor actor) {
        if (tables.find(table).isEmpty()) {
            throw Problem.notFound();
        }
        if (!actor.unitsWith(Right.DEFINE).contains(organisations.top().id())) {
            throw new Problem(HttpStatus.FORBIDDEN, "notDefiner");
        }
        boolean apply = applies(mode);
        CodeSheet sheet = sheet(body);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return told(
                apply
                        ? why(actor, reason, () -> loads.apply(table, sheet, whole, today))
                        : loads.plan(table, sheet, whole, today),
                apply);
    }

    /** Loads what a target calls the entries: {@code code,value}; an empty value takes a mapping away. */
    @PostMapping(path = "/{table}/mappings/{target}", consumes = "text/csv")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    Loaded map(
            @PathVariable String table,
            @PathVariable String target,
            @RequestParam(defaultValue = "dry-run") String mode,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody byte[] body,
            Actor actor) {
        if (tables.find(table).isEmpty() || targets.find(target).isEmpty()) {
            throw Problem.notFound();
        }
        boolean apply = applies(mode);
        CodeSheet sheet = sheet(body);
        return told(
                apply
                        ? why(actor, reason, () -> mappings.apply(target, table, sheet))
                        : mappings.plan(target, table, sheet),
                apply);
    }

    private static boolean applies(String mode) {
        if (!mode.equals("apply") && !mode.equals("dry-run")) {
            throw Problem.invalid("/mode", "choice", "dry-run, apply");
        }
        return mode.equals("apply");
    }

    private static CodeSheet sheet(byte[] body) {
        try {
            return CodeSheet.read(body);
        } catch (SheetFile.Unreadable e) {
            throw Problem.invalid("", "sheet." + e.code());
        }
    }

    private static LoadPlan why(Actor actor, @Nullable String reason, Supplier<LoadPlan> work) {
        String why = reason == null || reason.isBlank() ? "loaded from a sheet" : reason.strip();
        if (why.length() > 2000 || why.indexOf('\0') >= 0) {
            throw Problem.invalid("/reason", "length", "2000");
        }
        return new ChangeReason(actor.login(), List.of(), why, ChangeReason.Cause.IMPORT, null, null).during(work);
    }

    private static Loaded told(LoadPlan plan, boolean applied) {
        if (!plan.isGood()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid",
                    plan.wrong().stream()
                            .map(wrong ->
                                    Finding.error("/lines/" + wrong.line(), "sheet." + wrong.code(), wrong.value()))
                            .toList());
        }
        return new Loaded(applied, plan.fresh(), plan.changed(), plan.ended(), plan.unchanged());
    }
}

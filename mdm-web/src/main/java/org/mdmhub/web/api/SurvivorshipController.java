package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Origin;
import org.mdmhub.merge.Origins;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.merge.SurvivorshipTrials;
import org.mdmhub.merge.Whys;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which value wins in a merge, what other rules would have chosen, and where the values of a record come from. */
@RestController
@RequestMapping("/api/v1")
class SurvivorshipController {

    private final SurvivorshipBook book;
    private final SurvivorshipTrials trials;
    private final Origins origins;
    private final Whys whys;
    private final WhyWords words;
    private final Texts texts;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Masking masking;
    private final Bodies bodies;
    private final Reading reading;

    SurvivorshipController(
            SurvivorshipBook book,
            SurvivorshipTrials trials,
            Origins origins,
            Whys whys,
            WhyWords words,
            Texts texts,
            MasterRecords records,
            Organisations organisations,
            Masking masking,
            Bodies bodies,
            Reading reading) {
        this.book = book;
        this.trials = trials;
        this.origins = origins;
        this.whys = whys;
        this.words = words;
        this.texts = texts;
        this.records = records;
        this.organisations = organisations;
        this.masking = masking;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** Rules of one kind of master; {@code version} is 0 where what was shipped holds. */
    record View(String type, int version, Map<String, Object> content) {

        static View of(SurvivorshipBook.Entry entry) {
            return new View(entry.type(), entry.version(), entry.content());
        }
    }

    /** Rules that do not hold yet. */
    record Draft(@Nullable Map<String, @Nullable Object> content) {}

    /** A value that would come out otherwise; the values are left out where the caller may not see them. */
    record Otherwise(
            String code,
            UUID mergeId,
            String field,
            @Nullable Object now,
            @Nullable Object then,
            String rule) {}

    /** What the trial found; {@code more} where there are earlier merges that were not looked at. */
    record Trial(int merges, boolean more, int records, int fields, List<Otherwise> first, List<Texts.Said> findings) {}

    /** Where a value comes from, and why it won where a merge decided it. */
    record From(
            @Nullable Instant since,
            @Nullable String source,
            @Nullable UUID requestId,
            @Nullable String who,
            @Nullable String why,
            @Nullable UUID mergeId,
            @Nullable String rule,
            @Nullable String from,
            String wouldChange) {}

    /** By field; {@code masked} names those that the caller may not see. */
    record Where(String code, Map<String, From> fields, List<String> masked) {}

    @GetMapping("/survivorship")
    Page<View> list(Actor reader) {
        return reading.as(
                reader,
                () -> new Page<>(
                        book.types().stream().map(book::of).map(View::of).toList(), null));
    }

    @GetMapping("/survivorship/{type}")
    ResponseEntity<View> one(@PathVariable String type, Actor reader) {
        known(type);
        View view = reading.as(reader, () -> View.of(book.of(type)));
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @PostMapping("/survivorship/{type}/trials")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Draft.class)))
    Trial attempt(@PathVariable String type, @RequestBody byte[] body, Actor actor) {
        known(type);
        Map<String, @Nullable Object> content = bodies.read(body, Draft.class).content();
        if (content == null) {
            throw Problem.invalid("/content", "required");
        }
        return reading.as(actor, () -> {
            List<Finding> findings = book.check(type, content).stream()
                    .map(SurvivorshipController::inTrial)
                    .toList();
            List<Finding> errors = findings.stream().filter(Finding::stops).toList();
            if (!errors.isEmpty()) {
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", errors);
            }
            return trial(type, trials.attempt(type, book.read(content)), findings, actor);
        });
    }

    private Trial trial(String type, SurvivorshipTrials.Found found, List<Finding> findings, Actor actor) {
        List<Otherwise> first = found.first().stream()
                .map(one -> {
                    int unit =
                            organisations.find(one.orgUnit()).map(OrgUnit::id).orElseThrow();
                    Mask mask = masking.of(actor, type, unit);
                    return new Otherwise(
                            one.code(),
                            one.mergeId(),
                            one.field(),
                            mask.without(one.field(), one.now()),
                            mask.without(one.field(), one.then()),
                            one.rule());
                })
                .toList();
        return new Trial(found.merges(), found.more(), found.records(), found.fields(), first, texts.said(findings));
    }

    private static Finding inTrial(Finding finding) {
        return new Finding(
                finding.pointer().replaceFirst("^/fields", "/content"),
                finding.severity(),
                finding.code(),
                finding.args(),
                finding.suggestion());
    }

    @GetMapping("/{type}/{code}/origins")
    Where origins(@PathVariable String type, @PathVariable String code, Actor reader) {
        known(type);
        return reading.as(reader, () -> {
            MasterRecord record = records.find(type, code).orElseThrow(Problem::notFound);
            Mask mask = masking.of(reader, type, record);
            Map<String, Origin> known = origins.of(type, record.id());
            Map<String, Whys.Decision> decided = whys.decided(type, record);
            Map<String, From> fields = new LinkedHashMap<>();
            known.forEach((field, origin) -> {
                if (!mask.touches(field)) {
                    fields.put(field, from(type, field, origin, decided.get(field)));
                }
            });
            return new Where(
                    code, fields, known.keySet().stream().filter(mask::touches).toList());
        });
    }

    private From from(String type, String field, Origin origin, Whys.@Nullable Decision decision) {
        return new From(
                origin.since(),
                origin.source(),
                origin.requestId(),
                origin.who(),
                origin.why(),
                decision == null ? null : decision.mergeId(),
                decision == null ? null : decision.rule(),
                decision == null ? null : decision.from(),
                words.would(type, field, decision, origin));
    }

    private void known(String type) {
        if (!book.types().contains(type)) {
            throw Problem.notFound();
        }
    }
}

package org.mdmhub.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.document.Papers;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One master: as it is or as it was, what happened to it, and who changed a field of it. */
@Screen
class RecordPages {

    private final MasterTypes types;
    private final RecordSheets sheets;
    private final RecordHistory history;
    private final Texts texts;
    private final Reading reading;
    private final Papers papers;
    private final FieldWhy why;

    RecordPages(
            MasterTypes types,
            RecordSheets sheets,
            RecordHistory history,
            Texts texts,
            Reading reading,
            Papers papers,
            FieldWhy why) {
        this.why = why;
        this.papers = papers;
        this.types = types;
        this.sheets = sheets;
        this.history = history;
        this.texts = texts;
        this.reading = reading;
    }

    /**
     * @param asOf a day, at whose end the record is shown, or a moment
     * @param field the history shows only what became of this field
     * @param person the history shows only what this login asked for or approved
     * @param before the history begins below this revision
     */
    @GetMapping("/records/{type}/{code}")
    String one(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @Nullable Long before,
            Actor reader,
            Model model) {
        known(type);
        Instant moment = moment(asOf.strip());
        model.addAttribute("record", reading.as(reader, () -> sheets.sheet(type, code, moment, reader)));
        model.addAttribute("listTitle", texts.or("nav." + type, type));
        model.addAttribute("asOf", asOf.strip());
        model.addAttribute(
                "papers", moment == null ? reading.as(reader, () -> papers.ofRecord(type, code, reader)) : List.of());
        model.addAttribute("moment", moment == null ? "" : moment.toString());
        model.addAttribute("field", field);
        model.addAttribute("person", person);
        model.addAttribute("history", reading.as(reader, () -> {
            MasterRecord record = sheets.record(type, code);
            return history.of(type, record, given(field), given(person), below(before), reader);
        }));
        return "record/one";
    }

    @GetMapping("/records/{type}/{code}/fields/{field}")
    String field(
            @PathVariable String type,
            @PathVariable String code,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable Long before,
            Actor reader,
            Model model) {
        show(type, code, field, before, reader, model);
        return "record/field";
    }

    @GetMapping(path = "/records/{type}/{code}/fields/{field}", headers = "HX-Request")
    String fieldBeside(
            @PathVariable String type,
            @PathVariable String code,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable Long before,
            Actor reader,
            Model model) {
        show(type, code, field, before, reader, model);
        return "record/field :: changes";
    }

    private void show(String type, String code, String field, @Nullable Long before, Actor reader, Model model) {
        known(type);
        model.addAttribute("type", type);
        model.addAttribute("code", code);
        model.addAttribute("field", field);
        model.addAttribute("label", reading.as(reader, () -> sheets.label(type, field)));
        model.addAttribute("history", reading.as(reader, () -> {
            MasterRecord record = sheets.record(type, code);
            if (before == null) {
                model.addAttribute("why", why.of(type, record, field, reader));
            }
            return history.of(type, record, field, null, below(before), reader);
        }));
    }

    private static long below(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** A day is meant with its end: what was done on it had been done. */
    private static @Nullable Instant moment(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.length() > "yyyy-mm-dd".length()
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant()
                            .minus(1, ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "neither a day nor a moment", e);
        }
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }
}

package org.mdmhub.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A list as a file: the same filter, the same columns. */
@Screen
class ExportPages {

    private static final Logger log = LoggerFactory.getLogger(ExportPages.class);

    private final MasterTypes types;
    private final ListColumns columns;
    private final Export export;
    private final Reading reading;

    ExportPages(MasterTypes types, ListColumns columns, Export export, Reading reading) {
        this.types = types;
        this.columns = columns;
        this.export = export;
        this.reading = reading;
    }

    @GetMapping("/records/{type}/export.csv")
    void csv(
            @PathVariable String type,
            @RequestParam Map<String, String> params,
            Actor reader,
            HttpServletResponse answer)
            throws IOException {
        known(type);
        List<Field<MasterRecord>> shown = shown(type, reader);
        List<Long> ids = export.listed(type, ListQuery.of(params), reader);
        named(answer, type, "csv", "text/csv;charset=UTF-8");
        try (Sheet sheet = new CsvSheet(answer.getOutputStream())) {
            export.write(type, ids, shown, reader, sheet);
        }
        told(type, "csv", ids);
    }

    @GetMapping("/records/{type}/export.xlsx")
    void xlsx(
            @PathVariable String type,
            @RequestParam Map<String, String> params,
            Actor reader,
            HttpServletResponse answer)
            throws IOException {
        known(type);
        List<Field<MasterRecord>> shown = shown(type, reader);
        List<Long> ids = export.listed(type, ListQuery.of(params), reader);
        named(answer, type, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        int width = export.heads(type, shown).size();
        try (Sheet sheet = new XlsxSheet(answer.getOutputStream(), type, width)) {
            export.write(type, ids, shown, reader, sheet);
        }
        told(type, "xlsx", ids);
    }

    private List<Field<MasterRecord>> shown(String type, Actor reader) {
        return reading.as(reader, () -> columns.of(type, reader.login()));
    }

    private static void named(HttpServletResponse answer, String type, String ending, String media) {
        String day = LocalDate.now(ZoneId.systemDefault()).format(DateTimeFormatter.BASIC_ISO_DATE);
        answer.setContentType(media);
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + type + "-" + day + "." + ending + "\"");
    }

    /** Neither who nor what: a log is read by many. */
    private static void told(String type, String format, List<Long> ids) {
        log.info("export of {} as {}: {} rows", type, format, Math.min(ids.size(), Export.MOST));
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }
}

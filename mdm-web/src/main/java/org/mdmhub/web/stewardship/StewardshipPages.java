package org.mdmhub.web.stewardship;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.stewardship.Behind.What;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where things wait and how long they take, within the reader's organisations. */
@Screen
@RequestMapping("/stewardship")
class StewardshipPages {

    private final Desk desk;
    private final Sheets sheets;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Reading reading;
    private final Texts texts;

    StewardshipPages(
            Desk desk, Sheets sheets, MasterTypes types, Organisations organisations, Reading reading, Texts texts) {
        this.texts = texts;
        this.desk = desk;
        this.sheets = sheets;
        this.types = types;
        this.organisations = organisations;
        this.reading = reading;
    }

    /** One period to choose. */
    record Choice(String key, String address, boolean chosen) {}

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String orgUnit,
            @RequestParam(defaultValue = "") String type,
            Actor reader,
            Model page) {
        Asked asked = asked(period, orgUnit, type);
        page.addAttribute("sheet", sheets.sheet(desk.view(asked, reader), asked));
        frame(page, asked, reader);
        page.addAttribute("csv", asked.csv());
        return "stewardship/page";
    }

    private void frame(Model page, Asked asked, Actor reader) {
        page.addAttribute(
                "periods",
                Arrays.stream(Period.values())
                        .map(one -> new Choice(one.key(), asked.at(one), one == asked.period()))
                        .toList());
        page.addAttribute("period", asked.period().key());
        page.addAttribute("orgUnit", asked.orgUnit());
        page.addAttribute("type", asked.type());
        page.addAttribute("types", types.keys());
        page.addAttribute("back", asked.address());
        page.addAttribute("units", reading.as(reader, () -> units(reader)));
    }

    private List<OrgUnit> units(Actor reader) {
        return organisations.all().stream()
                .filter(one -> reader.units().contains(one.id()))
                .toList();
    }

    private static Asked asked(String period, String orgUnit, String type) {
        return new Asked(Period.of(period), Asked.plain(orgUnit), Asked.plain(type));
    }

    @GetMapping("/requests")
    String requests(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String orgUnit,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable String seats,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String field,
            Actor reader,
            Model page) {
        Asked asked = asked(period, orgUnit, type);
        What meant = What.of(what);
        List<Behind.Line> lines =
                desk.lines(asked, meant, Asked.plain(seats), Asked.plain(person), Asked.plain(field), reader);
        page.addAttribute("title", texts.of("lead.what." + meant.key()));
        page.addAttribute("table", reading.as(reader, () -> sheets.lines(lines)));
        page.addAttribute("full", lines.size() == Behind.MOST);
        page.addAttribute("back", asked.address());
        return "stewardship/requests";
    }

    @GetMapping("/figures.csv")
    void figures(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String orgUnit,
            @RequestParam(defaultValue = "") String type,
            Actor reader,
            HttpServletResponse answer)
            throws IOException {
        Asked asked = asked(period, orgUnit, type);
        Sheets.Sheet sheet = sheets.sheet(desk.view(asked, reader), asked);
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"stewardship.csv\"");
        try (Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
            for (Table table : List.of(
                    sheet.throughput().table(),
                    sheet.waiting(),
                    sheet.steps(),
                    sheet.units(),
                    sheet.people(),
                    sheet.fields(),
                    sheet.reasons())) {
                print(csv, table);
            }
        }
    }

    /** Each table with its name before each row, so that a sheet can tell them apart. */
    private static void print(CSVPrinter csv, Table table) throws IOException {
        List<String> heads = new ArrayList<>(List.of(table.caption()));
        heads.addAll(table.heads());
        csv.printRecord(heads);
        for (List<Cell> row : table.rows()) {
            List<String> cells =
                    row.stream().map(StewardshipPages::plain).collect(Collectors.toCollection(ArrayList::new));
            cells.add(0, table.caption());
            csv.printRecord(cells);
        }
    }

    /** What a sheet would reckon instead of show gets an apostrophe in front. */
    private static String plain(Cell cell) {
        String text = cell.kind() == Table.Kind.TIME ? cell.mark() : cell.text();
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}

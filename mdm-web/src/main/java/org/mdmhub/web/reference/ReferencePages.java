package org.mdmhub.web.reference;

import java.nio.charset.StandardCharsets;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeMappings;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** All code tables, one with its entries and what the targets call them, and both as files. */
@Screen
class ReferencePages {

    private final TableSheets sheets;
    private final CodeMappings mappings;
    private final Targets targets;

    ReferencePages(TableSheets sheets, CodeMappings mappings, Targets targets) {
        this.sheets = sheets;
        this.mappings = mappings;
        this.targets = targets;
    }

    @GetMapping("/standard/reference")
    String list(Model model) {
        model.addAttribute("tables", sheets.all());
        return "reference/list";
    }

    @GetMapping("/standard/reference/{table}")
    String one(@PathVariable String table, @ModelAttribute("query") TableQuery query, Model model) {
        sheets.show(table, query, model);
        model.addAttribute("form", LoadForm.empty());
        return "reference/one";
    }

    @GetMapping("/standard/reference/{table}/entries.csv")
    ResponseEntity<byte[]> entries(@PathVariable String table) {
        CodeBook book = sheets.book(table);
        return file(table, SheetText.of(book.codes()));
    }

    @GetMapping("/standard/reference/{table}/mappings/{target}.csv")
    ResponseEntity<byte[]> mapping(@PathVariable String table, @PathVariable String target) {
        CodeBook book = sheets.book(table);
        if (targets.find(target).isEmpty()) {
            throw new NotThere();
        }
        return file(table + "-" + target, SheetText.of(book.codes(), mappings.of(target, table)));
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }
}

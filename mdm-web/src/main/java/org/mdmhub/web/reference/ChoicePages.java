package org.mdmhub.web.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeBook;
import org.mdmhub.reference.CodeBook.Part;
import org.mdmhub.reference.CodeTable.StoredAs;
import org.mdmhub.reference.CodeTables;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What an input offers while somebody types into it. */
@Screen
class ChoicePages {

    private static final int MOST = 12;
    private static final int LONGEST = 200;

    private final CodeTables tables;

    ChoicePages(CodeTables tables) {
        this.tables = tables;
    }

    /**
     * What can be chosen.
     *
     * @param value what the input then holds
     * @param beside what is shown beside it
     */
    record Choice(String value, String beside) {}

    /** @param above what stands in the field that bounds this one, as it was typed there */
    @GetMapping("/standard/reference/{table}/choices")
    String choices(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "") String above,
            Model model) {
        CodeBook book = tables.find(table).orElseThrow(NotThere::new);
        Set<String> parents = above.isBlank() ? null : parents(book, bounded(above), level - 1);
        var part = new Part(level, parents, LocalDate.now(ZoneId.systemDefault()));
        List<Choice> found = book.search(bounded(q), part, MOST).stream()
                .map(code -> choice(book, code))
                .toList();
        model.addAttribute("choices", found);
        return "reference/choices :: choices";
    }

    private static Set<String> parents(CodeBook book, String above, int level) {
        String value =
                book.meant(above, new Part(level, null, null)).map(book::stored).orElse(above);
        return book.standingFor(value, level);
    }

    private static Choice choice(CodeBook book, Code code) {
        String name = code.name(LocaleContextHolder.getLocale());
        return book.table().storedAs() == StoredAs.NAME
                ? new Choice(code.nameZh(), name.equals(code.nameZh()) ? code.code() : name + " " + code.code())
                : new Choice(code.code() + " " + name, "");
    }

    private static String bounded(String typed) {
        String text = typed.replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}

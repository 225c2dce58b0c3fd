package org.mdmhub.web.category;

import java.util.List;
import org.mdmhub.category.Categories;
import org.mdmhub.category.Category;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A tree, and one category of it with what it asks for. */
@Screen
class CategoryPages {

    private static final int LONGEST = 200;

    private final CategorySheets sheets;

    CategoryPages(CategorySheets sheets) {
        this.sheets = sheets;
    }

    /** What the category input of a form offers. */
    record Choice(String value, String beside) {}

    /** @param key as a request names it: {@code products/CODE} */
    @GetMapping("/standard/categories")
    String tree(
            @RequestParam(defaultValue = "products") String type,
            @RequestParam(defaultValue = "") String key,
            Actor reader,
            Model model) {
        int slash = key.indexOf('/');
        String kind = known(slash < 0 ? type : key.substring(0, slash));
        String code = slash < 0 ? "" : key.substring(slash + 1);
        model.addAttribute("type", kind);
        model.addAttribute("types", List.of("products", "customers"));
        model.addAttribute("lines", sheets.lines(kind));
        Category chosen = sheets.find(kind, code);
        model.addAttribute("chosen", chosen);
        if (chosen != null) {
            model.addAttribute("title", chosen.name(LocaleContextHolder.getLocale()));
            model.addAttribute("path", sheets.path(kind, code));
            model.addAttribute("attributes", sheets.attributes(kind, chosen));
            model.addAttribute("preview", sheets.preview(kind, chosen, reader));
            model.addAttribute("standing", sheets.standing(kind, code, reader));
        }
        return "category/list";
    }

    static String known(String type) {
        if (!Categories.types().contains(type)) {
            throw new NotThere();
        }
        return type;
    }

    @GetMapping("/standard/categories/choices")
    String choices(
            @RequestParam(defaultValue = "products") String type,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        String words = q.substring(0, Math.min(LONGEST, q.length())).replace("\0", "");
        model.addAttribute(
                "choices",
                sheets.found(known(type), words).stream()
                        .map(category ->
                                new Choice(category.code() + " " + category.name(LocaleContextHolder.getLocale()), ""))
                        .toList());
        return "reference/choices :: choices";
    }
}

package org.mdmhub.web.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.SavedFilters;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody keeps of a list: its columns, and filters under a name. Each leads back to the list. */
@Screen
class ListChoices {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1000;

    private final MasterTypes types;
    private final ListColumns columns;
    private final SavedFilters filters;
    private final Texts texts;

    ListChoices(MasterTypes types, ListColumns columns, SavedFilters filters, Texts texts) {
        this.types = types;
        this.columns = columns;
        this.filters = filters;
        this.texts = texts;
    }

    @PostMapping("/records/{type}/columns")
    String columns(
            @PathVariable String type,
            @RequestParam(defaultValue = "") List<String> column,
            @RequestParam(defaultValue = "false") boolean usual,
            @RequestParam(defaultValue = "") String query,
            Actor who) {
        known(type);
        columns.choose(type, who.login(), column, usual);
        return back(type, query);
    }

    @PostMapping("/records/{type}/filters")
    String save(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(defaultValue = "") String query,
            Actor who,
            RedirectAttributes flash) {
        known(type);
        String called = clean(name);
        String kept = canonical(query);
        boolean saved = !called.isEmpty()
                && kept.length() <= LONGEST_QUERY
                && filters.save(type, who.login(), called, kept, first, false);
        flash.addFlashAttribute(
                "note", saved ? texts.of("filter.saved", called) : texts.of("filter.notSaved", SavedFilters.MOST));
        return back(type, kept);
    }

    @PostMapping("/records/{type}/filters/delete")
    String delete(
            @PathVariable String type,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String query,
            Actor who,
            RedirectAttributes flash) {
        known(type);
        filters.delete(id, type, who.login());
        flash.addFlashAttribute("note", texts.of("filter.deleted"));
        return back(type, query);
    }

    private static String clean(@Nullable String name) {
        String text =
                name == null ? "" : name.replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    /** Whatever came back in a form, only what a list understands goes on. */
    private static String canonical(String query) {
        Map<String, String> params = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString("?" + query)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> params.put(
                        name,
                        value == null
                                ? ""
                                : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return ListQuery.of(params).text();
    }

    private static String back(String type, String query) {
        String kept = canonical(query);
        return "redirect:/records/" + type + "?" + (kept.isEmpty() ? "view=all" : kept);
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }
}

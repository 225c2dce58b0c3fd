package org.mdmhub.web.inbox;

import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.SavedFilters;
import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Filters of the inbox under a name. Only what an address of the inbox understands is kept. */
@Screen
class InboxFilters {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1000;

    private final SavedFilters filters;
    private final Texts texts;

    InboxFilters(SavedFilters filters, Texts texts) {
        this.filters = filters;
        this.texts = texts;
    }

    @PostMapping("/inbox/filters")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean first,
            @RequestParam(defaultValue = "false") boolean shared,
            @ModelAttribute("place") Place place,
            Actor who,
            RedirectAttributes flash) {
        String called = name.replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
        String query = place.filter();
        boolean saved = !called.isEmpty()
                && called.length() <= LONGEST_NAME
                && query.length() <= LONGEST_QUERY
                && filters.save(FilterForm.LIST, who.login(), called, query, first, shared);
        flash.addFlashAttribute(
                "note", saved ? texts.of("filter.saved", called) : texts.of("filter.notSaved", SavedFilters.MOST));
        return "redirect:/inbox" + place.query();
    }

    @PostMapping("/inbox/filters/delete")
    String delete(
            @RequestParam UUID filter, @ModelAttribute("place") Place place, Actor who, RedirectAttributes flash) {
        filters.delete(filter, FilterForm.LIST, who.login());
        flash.addFlashAttribute("note", texts.of("filter.deleted"));
        return "redirect:/inbox" + place.query();
    }
}

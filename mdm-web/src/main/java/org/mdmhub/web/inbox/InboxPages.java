package org.mdmhub.web.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.SavedFilters;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: requests on the left, one of them in full on the right. Only the right half is sent where that is enough. */
@Screen
class InboxPages {

    private final InboxList list;
    private final Panes panes;
    private final SavedFilters filters;

    InboxPages(InboxList list, Panes panes, SavedFilters filters) {
        this.list = list;
        this.panes = panes;
        this.filters = filters;
    }

    /** On a wide screen the first request stands beside the list at once. */
    @GetMapping("/inbox")
    String list(
            @ModelAttribute("place") Place place, @RequestParam Map<String, String> params, Actor reader, Model model) {
        Optional<String> first = Set.of("lang").containsAll(params.keySet())
                ? filters.first(FilterForm.LIST, reader.login()).map(SavedFilters.SavedFilter::query)
                : Optional.empty();
        if (first.isPresent() && !first.get().isEmpty()) {
            return "redirect:/inbox?" + first.get();
        }
        InboxList.View view = list.page(place, reader);
        model.addAttribute("list", view);
        if (!view.rows().isEmpty()) {
            model.addAttribute("pane", panes.pane(view.rows().get(0).id(), view.place(), reader));
        }
        return "inbox/inbox";
    }

    @GetMapping("/inbox/{id}")
    String one(@PathVariable UUID id, @ModelAttribute("place") Place place, Actor reader, Model model) {
        model.addAttribute("open", true);
        model.addAttribute("pane", panes.pane(id, place, reader));
        model.addAttribute("list", list.page(place, reader));
        return "inbox/inbox";
    }

    @GetMapping(path = "/inbox/{id}", headers = "HX-Request")
    String pane(@PathVariable UUID id, @ModelAttribute("place") Place place, Actor reader, Model model) {
        model.addAttribute("pane", panes.pane(id, place, reader));
        model.addAttribute("swap", true);
        return "inbox/inbox :: pane";
    }
}

package org.mdmhub.web.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: requests on the left, one of them in full on the right. */
@Screen
class InboxPages {

    private final InboxList list;
    private final RequestSheets sheets;

    InboxPages(InboxList list, RequestSheets sheets) {
        this.list = list;
        this.sheets = sheets;
    }

    /** On a wide screen the first request stands beside the list at once. */
    @GetMapping("/inbox")
    String list(
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable UUID after,
            Actor reader,
            Model model) {
        InboxList.View view = list.page(tab, after, reader);
        model.addAttribute("list", view);
        if (!view.rows().isEmpty()) {
            model.addAttribute("sheet", sheets.sheet(view.rows().get(0).id(), reader));
        }
        return "inbox/list";
    }

    @GetMapping("/inbox/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable UUID after,
            Actor reader,
            Model model) {
        show(id, tab, after, reader, model);
        return "inbox/one";
    }

    private void show(UUID id, @Nullable String tab, @Nullable UUID after, Actor reader, Model model) {
        model.addAttribute("sheet", sheets.sheet(id, reader));
        model.addAttribute("list", list.page(tab, after, reader));
    }
}

package org.mdmhub.web.people;

import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Users for the administrator: all of them, a new one, one in full. */
@Screen
class PeoplePages {

    private static final int LONGEST = 200;

    private final PeopleList list;
    private final UserSheets sheets;

    PeoplePages(PeopleList list, UserSheets sheets) {
        this.list = list;
        this.sheets = sheets;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String wanted = plain(q);
        String behind = plain(after);
        model.addAttribute("q", wanted);
        model.addAttribute("first", behind.isEmpty() ? null : "/people");
        model.addAttribute("page", list.page(wanted, behind));
        return "people/list";
    }

    private static String plain(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip().replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    @GetMapping("/people/new")
    String fresh(Model model) {
        model.addAttribute("fields", sheets.fresh(new UserForm(null, null, null), false, false));
        return "people/new";
    }

    @GetMapping("/people/{login}")
    String one(@PathVariable String login, Model model) {
        model.addAttribute("user", sheets.sheet(login));
        return "people/one";
    }
}

package org.mdmhub.web.help;

import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The guide: a table of contents, and one page a job. */
@Screen
class HelpPages {

    /** Whoever comes from a page gets the help about it. */
    @GetMapping("/help")
    String contents(@RequestParam(required = false) @Nullable String from, Model model) {
        if (from != null) {
            return "redirect:/help/" + Guide.about(from).key();
        }
        model.addAttribute("guides", Guide.values());
        return "help/contents";
    }

    @GetMapping("/help/{page}")
    String page(@PathVariable String page, Model model) {
        model.addAttribute("guide", Guide.named(page).orElseThrow(NotThere::new));
        model.addAttribute("guides", Guide.values());
        return "help/page";
    }
}

package org.mdmhub.web.search;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search box finds: under it while one types, or as a page. */
@Screen
class SearchPages {

    private static final int LONGEST = 200;

    private final Hits hits;

    SearchPages(Hits hits) {
        this.hits = hits;
    }

    @GetMapping(path = "/search", headers = "HX-Request")
    String fragment(@RequestParam(defaultValue = "") String q, Actor reader, Model model) {
        find(q, reader, model);
        return "search/results :: hits";
    }

    /** One single hit is gone to at once. */
    @GetMapping("/search")
    String page(@RequestParam(defaultValue = "") String q, Actor reader, Model model) {
        List<Hits.Group> groups = find(q, reader, model);
        boolean single = groups.size() == 1 && groups.get(0).hits().size() == 1;
        return single
                ? "redirect:/records/" + groups.get(0).type() + "/"
                        + groups.get(0).hits().get(0).code()
                : "search/results";
    }

    private List<Hits.Group> find(String q, Actor reader, Model model) {
        String wanted = q.strip().replace("\0", "");
        String asked = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        List<Hits.Group> groups = hits.find(asked, reader);
        model.addAttribute("q", asked);
        model.addAttribute("groups", groups);
        return groups;
    }
}

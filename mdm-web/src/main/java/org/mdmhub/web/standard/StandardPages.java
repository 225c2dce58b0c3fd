package org.mdmhub.web.standard;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One page from which each family of settings is one click away. */
@Screen
@RequestMapping("/standard")
class StandardPages {

    /** A family of settings: its page, its name in the messages, and what its reader must be allowed. */
    record Family(String path, String name, Right right) {

        Family(String path, String name) {
            this(path, name, Right.READ_MASTERS);
        }
    }

    private static final List<Family> FAMILIES = List.of(
            new Family("/standard/coding", "coding"),
            new Family("/standard/rules", "rules"),
            new Family("/standard/policies", "policies"),
            new Family("/standard/categories", "categories"),
            new Family("/standard/reference", "reference"),
            new Family("/standard/forms", "forms"),
            new Family("/standard/calendars", "calendars"),
            new Family("/standard/freezes", "freezes"),
            new Family("/standard/expiry", "expiry"),
            new Family("/standard/survivorship", "survivorship"),
            new Family("/quality", "quality"),
            new Family("/standard/matching", "matching", Right.JUDGE_DUPLICATES));

    @GetMapping
    String page(Actor reader, Model page) {
        page.addAttribute(
                "families",
                FAMILIES.stream().filter(family -> reader.may(family.right())).toList());
        return "standard/index";
    }
}

package org.mdmhub.web.quality;

import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.review.Reviews;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How good the data are, within the reader's organisations. */
@Screen
@RequestMapping("/quality")
class QualityPages {

    private final QualityDesk desk;
    private final Reviews reviews;
    private final RuleBook rules;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Reading reading;
    private final Texts texts;

    QualityPages(
            QualityDesk desk,
            Reviews reviews,
            RuleBook rules,
            MasterTypes types,
            Organisations organisations,
            Reading reading,
            Texts texts) {
        this.desk = desk;
        this.reviews = reviews;
        this.rules = rules;
        this.types = types;
        this.organisations = organisations;
        this.reading = reading;
        this.texts = texts;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String orgUnit,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "0") long after,
            Actor reader,
            Model page) {
        String wanted = type == null ? typeOf(rule) : known(type);
        Filter filter = new Filter(wanted, Filter.plain(rule), Filter.plain(orgUnit), Filter.plain(owner));
        page.addAttribute("types", types.keys());
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("sheet", reading.as(reader, () -> desk.sheet(filter, after)));
        return "quality/page";
    }

    private String known(String type) {
        return types.find(type).isPresent() ? type : types.keys().iterator().next();
    }

    /** A rule is about one kind of master. */
    private String typeOf(@Nullable String rule) {
        return known(
                rule == null
                        ? ""
                        : rules.find(rule)
                                .map(RuleBook.Entry::rule)
                                .map(one -> one.type())
                                .orElse(""));
    }

    @GetMapping("/fields")
    String fields(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable String orgUnit,
            Actor reader,
            Model page) {
        String wanted = known(type);
        String unit = Filter.plain(orgUnit);
        String only = unit == null || unit.isEmpty() ? null : unit;
        page.addAttribute("type", wanted);
        page.addAttribute("types", types.keys());
        page.addAttribute("orgUnit", only);
        page.addAttribute(
                "units",
                reading.as(
                        reader,
                        () -> organisations.all().stream()
                                .filter(one -> reader.units().contains(one.id()))
                                .toList()));
        page.addAttribute("reviewed", reading.as(reader, () -> desk.counted(wanted)));
        page.addAttribute("table", reading.as(reader, () -> desk.fields(wanted, only)));
        return "quality/fields";
    }

    /** Looks at all records now and not in the night. */
    @PostMapping("/review")
    String review(@RequestParam(defaultValue = "") String type, Actor actor, RedirectAttributes after) {
        reviews.ask(actor.login());
        after.addFlashAttribute("note", texts.of("quality.begun"));
        return "redirect:/quality?type=" + known(type);
    }
}

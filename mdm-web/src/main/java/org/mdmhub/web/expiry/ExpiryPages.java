package org.mdmhub.web.expiry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.expiry.Expiries;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows from a last day, a row a kind of paper; a change of it goes to another lead. */
@Screen
class ExpiryPages {

    private final Expiries expiries;
    private final Settings settings;
    private final Road road;
    private final RequestReader requests;
    private final Texts texts;

    ExpiryPages(Expiries expiries, Settings settings, Road road, RequestReader requests, Texts texts) {
        this.expiries = expiries;
        this.settings = settings;
        this.road = road;
        this.requests = requests;
        this.texts = texts;
    }

    /** One kind: {@code days} only where it is a number of days. */
    record Row(
            String key,
            String label,
            String said,
            boolean blocks,
            @Nullable Integer days,
            int version) {}

    @GetMapping("/standard/expiry")
    ModelAndView page() {
        ModelAndView page = new ModelAndView("expiry/page");
        page.addObject(
                "rows",
                Stream.concat(Expiries.KINDS.stream(), Stream.of(Expiries.TEMPORARY, Expiries.DORMANT))
                        .map(this::row)
                        .toList());
        return page;
    }

    private Row row(String key) {
        boolean counts = Expiries.counts(key);
        Integer days = counts ? days(key) : null;
        return new Row(
                key,
                texts.of(counts ? "expiry." + key.toLowerCase(Locale.ROOT) : "choice.kind." + key),
                days == null
                        ? texts.of(expiries.blocks(key) ? "expiry.blocks" : "expiry.tells")
                        : texts.of("expiry.days." + key, days),
                expiries.blocks(key),
                days,
                settings.find(Expiries.TYPE, key).map(Setting::version).orElse(0));
    }

    private int days(String key) {
        return key.equals(Expiries.DORMANT) ? expiries.dormantDays() : expiries.temporaryDays();
    }

    @PostMapping("/standard/expiry")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String block,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        int version = settings.find(Expiries.TYPE, key).map(Setting::version).orElse(0);
        Map<String, @Nullable Object> fields = Expiries.counts(key)
                ? Map.of(Expiries.DAYS, days.matches("\\d{1,6}") ? new BigDecimal(days) : days)
                : Map.of(Expiries.BLOCK, block.equals("true"));
        try {
            UUID id = road.ask(
                    Ask.setting(
                            Expiries.TYPE,
                            version == 0 ? ChangeKind.CREATE : ChangeKind.UPDATE,
                            key,
                            version == 0 ? null : version,
                            fields,
                            reason.replace("\0", "")),
                    actor);
            String number = requests.detail(id, actor).line().request().number();
            after.addFlashAttribute("note", texts.of("ask.sent", number));
            return new ModelAndView("redirect:/standard/expiry");
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            ModelAndView page = page();
            page.setStatus(
                    refusal.status() == HttpStatus.NOT_FOUND ? HttpStatus.UNPROCESSABLE_CONTENT : refusal.status());
            page.addObject("refusal", refusal.code());
            page.addObject("said", refusal.findings().stream().map(texts::of).toList());
            page.addObject("typed", List.of(key, days, reason));
            return page;
        }
    }
}

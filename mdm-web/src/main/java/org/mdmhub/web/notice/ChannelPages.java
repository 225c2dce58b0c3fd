package org.mdmhub.web.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.web.api.TestMessages;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.channel.GroupChannels;
import org.mdmhub.web.channel.GroupRules;
import org.mdmhub.web.channel.Lately;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Channels to groups of people, for administrators. Addresses and secrets are typed in and never shown. */
@Screen
@RequestMapping("/notices/channels")
class ChannelPages {

    private final GroupChannels groups;
    private final GroupRules rules;
    private final Lately lately;
    private final TestMessages messages;
    private final Organisations organisations;
    private final Texts texts;

    ChannelPages(
            GroupChannels groups,
            GroupRules rules,
            Lately lately,
            TestMessages messages,
            Organisations organisations,
            Texts texts) {
        this.groups = groups;
        this.rules = rules;
        this.lately = lately;
        this.messages = messages;
        this.organisations = organisations;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        ModelAndView page = new ModelAndView("notice/channels");
        page.addObject("groups", groups.all());
        return page;
    }

    @GetMapping("/{channel}")
    ModelAndView one(@PathVariable String channel) {
        GroupChannels.Group group = present(channel);
        ChannelForm form = group.id() == 0
                ? ChannelForm.fresh(organisations.top().code())
                : ChannelForm.of(group, String.valueOf(organisations.codes().get(group.unit())));
        return page(group, form, Map.of());
    }

    private GroupChannels.Group present(String channel) {
        if (channel.equals("new")) {
            return new GroupChannels.Group(0, "", "WECOM", "", false, "zh-CN", List.of(), 0, true);
        }
        return groups.find(channel.matches("\\d{1,9}") ? Integer.parseInt(channel) : 0)
                .orElseThrow(NotThere::new);
    }

    private ModelAndView page(GroupChannels.Group group, ChannelForm form, Map<String, String> wrong) {
        ModelAndView page = new ModelAndView("notice/channel");
        page.addObject("group", group);
        page.addObject("fields", fields(group, form, wrong));
        page.addObject("kinds", kinds(form));
        page.addObject("sent", group.id() == 0 ? List.of() : lately.of(group.id()));
        page.addObject("form", form);
        return page;
    }

    private static Map<String, Boolean> kinds(ChannelForm form) {
        Map<String, Boolean> kinds = new java.util.LinkedHashMap<>();
        NoticeChoices.KINDS.forEach(kind -> kinds.put(kind, form.kept().contains(kind)));
        kinds.put(NoticeChoices.OTHER, form.kept().contains(NoticeChoices.OTHER));
        return kinds;
    }

    private List<FormField> fields(GroupChannels.Group group, ChannelForm form, Map<String, String> wrong) {
        boolean fresh = group.id() == 0;
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.of(Input.TEXT, "name", texts.of("channels.name"), ChannelForm.text(form.name()))
                .must()
                .atMost(100));
        fields.add(FormField.select(
                "carrier",
                texts.of("channels.carrier"),
                form.carrierOrFirst(),
                GroupChannels.CARRIERS.stream()
                        .map(carrier -> new Option(carrier, texts.of("channels.carrier." + carrier)))
                        .toList()));
        FormField address = FormField.of(Input.PASSWORD, "address", texts.of("channels.address"), "")
                .atMost(1000)
                .hinted(fresh ? texts.of("channels.address.hint") : texts.of("channels.keeps", group.host()));
        fields.add(fresh ? address.must() : address);
        fields.add(FormField.of(Input.AREA, "secrets", texts.of("channels.secrets"), "")
                .atMost(700)
                .hinted(texts.of(fresh ? "channels.secrets.hint" : "channels.secrets.keeps")));
        fields.add(FormField.select("unit", texts.of("channels.unit"), ChannelForm.text(form.unit()), units())
                .hinted(texts.of("channels.unit.hint")));
        fields.add(FormField.select(
                "language",
                texts.of("channels.language"),
                form.languageOrChinese(),
                List.of(new Option("zh-CN", texts.of("language.zh")), new Option("en", texts.of("language.en")))));
        fields.add(FormField.of(Input.CHECK, "inside", texts.of("channels.inside"), String.valueOf(form.isInside()))
                .hinted(texts.of("channels.inside.hint")));
        fields.add(FormField.of(Input.CHECK, "active", texts.of("channels.active"), String.valueOf(form.isActive())));
        return fields.stream()
                .map(field -> wrong.containsKey(field.name())
                        ? field.wrong(texts.of("channels.wrong." + wrong.get(field.name())))
                        : field)
                .toList();
    }

    private List<Option> units() {
        return organisations.all().stream()
                .map(unit -> new Option(unit.code(), unit.name(LocaleContextHolder.getLocale())))
                .toList();
    }

    /** Says what came back, on the page of the channel. */
    @PostMapping("/{channel}/test")
    String test(@PathVariable String channel, RedirectAttributes after) {
        int id = present(channel).id();
        after.addFlashAttribute("tested", messages.toGroup(id).orElseThrow(NotThere::new));
        return "redirect:/notices/channels/" + id;
    }

    @PostMapping("/{channel}")
    ModelAndView put(
            @PathVariable String channel,
            @ModelAttribute("form") ChannelForm form,
            Actor actor,
            RedirectAttributes after) {
        GroupChannels.Group present = present(channel);
        boolean fresh = present.id() == 0;
        String name = ChannelForm.text(form.name());
        String address = ChannelForm.text(form.address());
        OrgUnit unit = organisations.find(ChannelForm.text(form.unit())).orElseGet(organisations::top);
        Map<String, String> wrong =
                new TreeMap<>(rules.wrong(form.carrierOrFirst(), address, form.isInside(), form.lines(), fresh));
        // what was sealed for one vendor, or for the open network, is not sent to another one unseen
        boolean other =
                !fresh && (!present.carrier().equals(form.carrierOrFirst()) || present.inside() != form.isInside());
        if (other && address.isEmpty()) {
            wrong.put("address", "again");
        }
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            wrong.put("name", "required");
        } else if (groups.isTaken(name, present.id())) {
            wrong.put("name", "taken");
        }
        if (!wrong.isEmpty()) {
            ModelAndView page = page(present, form, wrong);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        groups.put(
                new GroupChannels.Group(
                        present.id(),
                        name,
                        form.carrierOrFirst(),
                        "",
                        form.isInside(),
                        form.languageOrChinese(),
                        form.kept(),
                        unit.id(),
                        form.isActive()),
                address.isEmpty() ? null : address,
                form.lines().isEmpty() && !(other || fresh) ? null : form.lines(),
                actor.login());
        after.addFlashAttribute("note", texts.of("channels.kept"));
        return new ModelAndView("redirect:/notices/channels");
    }
}

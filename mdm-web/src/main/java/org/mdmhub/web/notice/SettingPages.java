package org.mdmhub.web.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Choice;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.notice.Way;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.TestMessages;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.channel.MailSettings;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the reader wants to be told: language, address, and by kind and way at once, gathered or not at all. */
@Screen
@RequestMapping("/notices/settings")
class SettingPages {

    private final NoticeChoices wishes;
    private final MailSettings mail;
    private final TestMessages messages;
    private final Texts texts;

    SettingPages(NoticeChoices wishes, MailSettings mail, TestMessages messages, Texts texts) {
        this.wishes = wishes;
        this.mail = mail;
        this.messages = messages;
        this.texts = texts;
    }

    /** A kind of notice with its two choices; one of them is chosen in each. */
    public record Row(String kind, List<Pick> program, List<Pick> mail) {}

    /** A choice. */
    public record Pick(String value, boolean chosen) {}

    @GetMapping
    ModelAndView page(Actor actor) {
        NoticeChoices.Person person = wishes.person(actor.login());
        return page(actor, person, "");
    }

    private ModelAndView page(Actor actor, NoticeChoices.Person person, String wrongMail) {
        ModelAndView page = new ModelAndView("notice/settings");
        page.addObject("fields", fields(person, wrongMail));
        page.addObject("mails", mail.usable());
        page.addObject("testable", mail.usable() && wishes.person(actor.login()).mail() != null);
        Map<String, Choice> program = wishes.choices(actor.login(), Way.PROGRAM);
        Map<String, Choice> mails = wishes.choices(actor.login(), Way.MAIL);
        page.addObject(
                "rows",
                kinds().map(kind -> new Row(
                                kind,
                                picks(List.of(Choice.NOW, Choice.OFF), chosen(program, Way.PROGRAM, kind)),
                                picks(List.of(Choice.values()), chosen(mails, Way.MAIL, kind))))
                        .toList());
        return page;
    }

    private static Stream<String> kinds() {
        return Stream.concat(NoticeChoices.KINDS.stream(), Stream.of(NoticeChoices.OTHER));
    }

    private static Choice chosen(Map<String, Choice> choices, Way way, String kind) {
        return choices.getOrDefault(kind, NoticeChoices.usual(way, kind));
    }

    private static List<Pick> picks(List<Choice> all, Choice chosen) {
        return all.stream()
                .map(choice -> new Pick(choice.name(), choice == chosen))
                .toList();
    }

    private List<FormField> fields(NoticeChoices.Person person, String wrongMail) {
        List<Option> languages = List.of(
                new Option("", texts.of("notices.language.account")),
                new Option("zh-CN", texts.of("language.zh")),
                new Option("en", texts.of("language.en")));
        List<Option> hours = IntStream.range(0, 24)
                .mapToObj(hour -> new Option(String.valueOf(hour), String.format("%02d:00", hour)))
                .toList();
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.select("language", texts.of("notices.language"), text(person.language()), languages)
                .hinted(texts.of("notices.language.hint")));
        fields.add(FormField.of(Input.EMAIL, "mail", texts.of("notices.mail"), text(person.mail()))
                .atMost(254)
                .filledAs("email")
                .hinted(texts.of(mail.usable() ? "notices.mail.hint" : "notices.mail.off"))
                .wrong(wrongMail));
        fields.add(FormField.select("hour", texts.of("notices.hour"), String.valueOf(person.hour()), hours)
                .hinted(texts.of("notices.hour.hint")));
        return fields;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Says what came back. */
    @PostMapping("/test")
    String test(Actor actor, RedirectAttributes after) {
        after.addFlashAttribute("tested", messages.toOwnMail(actor));
        return "redirect:/notices/settings";
    }

    /** A value that is none of the choices changes nothing. */
    @PostMapping
    @Transactional
    ModelAndView keep(@RequestParam Map<String, String> form, Actor actor, RedirectAttributes after) {
        String address = form.getOrDefault("mail", "").strip();
        String language = form.getOrDefault("language", "");
        String hour = form.getOrDefault("hour", "8");
        NoticeChoices.Person person = new NoticeChoices.Person(
                language.equals("zh-CN") || language.equals("en") ? language : null,
                address.isEmpty() ? null : address,
                hour.matches("1?\\d|2[0-3]") ? Integer.parseInt(hour) : 8);
        if (!address.isEmpty() && !mail.takes(address)) {
            ModelAndView page = page(actor, person, texts.of("notices.mail.wrong"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        wishes.keep(actor.login(), person);
        kinds().forEach(kind -> {
            choose(actor, Way.PROGRAM, kind, form.get("PROGRAM." + kind));
            choose(actor, Way.MAIL, kind, form.get("MAIL." + kind));
        });
        after.addFlashAttribute("note", texts.of("notices.kept"));
        return new ModelAndView("redirect:/notices/settings");
    }

    private void choose(Actor actor, Way way, String kind, @Nullable String choice) {
        for (Choice one : Choice.values()) {
            if (one.name().equals(choice) && !(way == Way.PROGRAM && one == Choice.DIGEST)) {
                wishes.choose(actor.login(), way, kind, one);
            }
        }
    }
}

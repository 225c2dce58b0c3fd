package org.mdmhub.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.listing.Given;
import org.mdmhub.listing.GivenList;
import org.mdmhub.listing.Lists;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.reference.SheetFile;
import org.mdmhub.web.api.ListNames;
import org.mdmhub.web.api.ListResults;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own lists: given in, followed, fetched with what was found, deleted. */
@Screen
@RequestMapping("/lists")
class GivenPages {

    private final Lists lists;
    private final GivenSheets sheets;
    private final ListNames names;
    private final ListResults results;
    private final MasterTypes types;
    private final Times times;
    private final Texts texts;

    GivenPages(
            Lists lists,
            GivenSheets sheets,
            ListNames names,
            ListResults results,
            MasterTypes types,
            Times times,
            Texts texts) {
        this.lists = lists;
        this.sheets = sheets;
        this.names = names;
        this.results = results;
        this.types = types;
        this.times = times;
        this.texts = texts;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String type, Actor reader, Model page) {
        show(type, "", reader, page);
        return "lists/all";
    }

    private void show(String type, String wrong, Actor reader, Model page) {
        page.addAttribute("type", type);
        page.addAttribute(
                "types", types.keys().stream().filter(lists::isCompared).toList());
        page.addAttribute("wrong", wrong);
        page.addAttribute("table", table(lists.of(reader.login())));
    }

    private Table table(List<GivenList> given) {
        return new Table(
                texts.of("lists.own"),
                List.of(
                        texts.of("lists.head.file"),
                        texts.of("lists.head.given"),
                        texts.of("lists.head.rows"),
                        texts.of("lists.head.state")),
                given.stream()
                        .map(list -> List.of(
                                Cell.name(list.fileName(), "/lists/" + list.id()),
                                Cell.time(times.ago(list.givenAt()), times.exact(list.givenAt())),
                                Cell.number(String.valueOf(list.rows())),
                                Cell.text(texts.of("lists.state." + list.state().name()))))
                        .toList());
    }

    @PostMapping
    ModelAndView give(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String type,
            Actor giver,
            Model page)
            throws IOException {
        if (!lists.isCompared(type)) {
            throw new NotThere();
        }
        String wrong;
        try {
            byte[] content = file == null ? new byte[0] : file.getBytes();
            if (content.length == 0) {
                throw SheetFile.Unreadable.because("empty");
            }
            String name = Objects.requireNonNullElse(file == null ? null : file.getOriginalFilename(), "");
            UUID list = lists.give(new Given(type, name, giver.login(), null), content, names.of(type));
            return new ModelAndView("redirect:/lists/" + list);
        } catch (SheetFile.Unreadable e) {
            wrong = texts.of(Finding.error("/file", "list." + e.code(), String.valueOf(e.line())));
        } catch (Lists.TooMany e) {
            wrong = texts.of("problem.tooManyLists.detail");
        }
        show(type, wrong, giver, page);
        return new ModelAndView("lists/all", page.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{list}")
    String one(@PathVariable UUID list, Actor reader, Model page) {
        page.addAttribute("sheet", sheets.sheet(find(list, reader), reader));
        return "lists/one";
    }

    @GetMapping(path = "/{list}", headers = "HX-Request")
    String part(@PathVariable UUID list, Actor reader, Model page) {
        one(list, reader, page);
        return "lists/one :: found";
    }

    @GetMapping("/{list}/result")
    void result(@PathVariable UUID list, Actor reader, HttpServletResponse answer) throws IOException {
        GivenList given = find(list, reader);
        if (given.state() != GivenList.State.DONE) {
            answer.sendRedirect("/lists/" + list);
            return;
        }
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"result.csv\"");
        try (Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            results.write(given, reader, out);
        }
    }

    @PostMapping("/{list}/cancel")
    String cancel(@PathVariable UUID list, Actor reader) {
        lists.cancel(find(list, reader));
        return "redirect:/lists/" + list;
    }

    @PostMapping("/{list}/delete")
    String delete(@PathVariable UUID list, Actor reader, RedirectAttributes after) {
        GivenList given = find(list, reader);
        lists.delete(given);
        after.addFlashAttribute("note", texts.of("lists.deleted", given.fileName()));
        return "redirect:/lists";
    }

    private GivenList find(UUID list, Actor reader) {
        return lists.find(list, reader.login()).orElseThrow(NotThere::new);
    }
}

package org.mdmhub.web.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.MergePreview;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A merge that somebody asked for, field by field, for who decides on it. */
@Screen
class WholePages {

    private final RequestReader requests;
    private final MergePreviews previews;
    private final MergeDesk desk;

    WholePages(RequestReader requests, MergePreviews previews, MergeDesk desk) {
        this.requests = requests;
        this.previews = previews;
        this.desk = desk;
    }

    @GetMapping("/merges/{merge}")
    String whole(@PathVariable UUID merge, Actor reader, Model model) {
        ChangeRequest request = requests.detail(merge, reader).line().request();
        Map<String, @Nullable Object> raw = request.wish().merge();
        if (request.kind() != ChangeKind.MERGE
                || raw == null
                || !request.status().open()) {
            return "redirect:/inbox/" + merge;
        }
        MergePreview preview = previews.of(request.type(), raw, reader);
        model.addAttribute("merge", desk.view(form(preview), preview, Set.of(), reader));
        model.addAttribute("moved", List.of());
        model.addAttribute("number", request.number());
        model.addAttribute("id", merge);
        model.addAttribute("readonly", true);
        return "merge/whole";
    }

    private static MergeForm form(MergePreview preview) {
        var choice = preview.plan().choice();
        List<String> codes = new ArrayList<>(List.of(choice.survivor()));
        codes.addAll(choice.others());
        Map<String, String> typed = new LinkedHashMap<>();
        choice.values().forEach((field, value) -> typed.put(field, value == null ? "" : value.toString()));
        return new MergeForm(
                preview.plan().type(),
                codes,
                choice.survivor(),
                choice.picks(),
                typed,
                choice.without(),
                Map.of(),
                "",
                "",
                "",
                "",
                "");
    }
}

package org.mdmhub.web.standard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for what a form lays down, and leads to the request. */
@Component
public class SettingRequests {

    private final Road road;
    private final RequestReader requests;
    private final Texts texts;

    SettingRequests(Road road, RequestReader requests, Texts texts) {
        this.road = road;
        this.requests = requests;
        this.texts = texts;
    }

    /**
     * Asks for it.
     *
     * @param version that the asker saw, 0 for a new one
     * @return the way to the request
     * @throws org.mdmhub.road.Refused where it cannot be asked for
     */
    public ModelAndView ask(
            String type,
            ChangeKind kind,
            String key,
            int version,
            Map<String, @Nullable Object> fields,
            String reason,
            Actor actor,
            RedirectAttributes after) {
        UUID request = road.ask(Ask.setting(type, kind, key, version == 0 ? null : version, fields, reason), actor);
        String number = requests.detail(request, actor).line().request().number();
        after.addFlashAttribute("note", texts.of("rule.sent", number));
        after.addAttribute("tab", "mine");
        return new ModelAndView("redirect:/inbox/" + request);
    }

    /** The version that the form was opened on; whoever asks on an older one meets the conflict at the approval. */
    public static int base(HttpServletRequest request, int otherwise) {
        String said = String.valueOf(request.getParameter("base"));
        return said.matches("\\d{1,6}") ? Integer.parseInt(said) : otherwise;
    }
}

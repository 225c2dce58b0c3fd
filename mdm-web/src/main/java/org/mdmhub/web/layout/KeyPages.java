package org.mdmhub.web.layout;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Texts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's own keys: to each thing that a single key does another one, where that suits his hand or his keyboard. */
@Screen
class KeyPages {

    /** As the pages declare them. */
    private static final List<String> KEYS = List.of("j", "k", "x", "a", "r", "m", "d", "l", "s", "z", "e", "c", "f");

    private static final String PREFERENCE = "keys.map";
    private static final String PREFIX = "key-";

    private final Preferences preferences;
    private final Texts texts;

    KeyPages(Preferences preferences, Texts texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @GetMapping("/account/keys")
    String page(Actor who, Model model) {
        Map<String, String> own = own(preferences.find(who.login(), PREFERENCE).orElse(""));
        model.addAttribute(
                "fields",
                KEYS.stream()
                        .map(key -> FormField.of(
                                        FormField.Input.TEXT,
                                        PREFIX + key,
                                        texts.of("keys.does." + key),
                                        own.getOrDefault(key, ""))
                                .atMost(1)
                                .hinted(texts.of("keys.usual", key)))
                        .toList());
        return "layout/keys";
    }

    @PostMapping("/account/keys")
    String save(@RequestParam Map<String, String> params, Actor who, RedirectAttributes flash) {
        Map<String, String> own = new LinkedHashMap<>();
        KEYS.forEach(key -> {
            String wanted = params.getOrDefault(PREFIX + key, "").strip();
            if (wanted.length() == 1 && wanted.charAt(0) > ' ' && !wanted.equals(key)) {
                own.put(key, wanted);
            }
        });
        boolean apart = apart(own);
        if (apart) {
            preferences.put(
                    who.login(),
                    PREFERENCE,
                    own.entrySet().stream()
                            .map(pair -> pair.getKey() + "=" + pair.getValue())
                            .collect(Collectors.joining(" ")));
        }
        flash.addFlashAttribute("note", texts.of(apart ? "keys.own.saved" : "keys.own.twice"));
        return "redirect:/account/keys";
    }

    /** No key does two things. */
    private static boolean apart(Map<String, String> own) {
        Set<String> used = new HashSet<>();
        return KEYS.stream().map(key -> own.getOrDefault(key, key)).allMatch(used::add);
    }

    private static Map<String, String> own(String kept) {
        return Stream.of(kept.split(" "))
                .filter(pair -> pair.length() > 2)
                .collect(
                        Collectors.toMap(pair -> pair.substring(0, 1), pair -> pair.substring(2), (one, other) -> one));
    }
}

package org.mdmhub.web.layout;

import java.util.Map;
import java.util.Set;
import org.mdmhub.organisation.Actor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switches of the user menu: theme, density, keys. */
@Screen
class PreferencePages {

    private static final Map<String, Set<String>> SWITCHES = Map.of(
            "theme", Set.of("auto", "light", "dark"),
            "density", Set.of("normal", "compact"),
            "keys", Set.of("on", "off"));

    private final Preferences preferences;

    PreferencePages(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Sets one switch and goes back to where it was set; a value that there is not changes nothing. */
    @PostMapping("/preferences")
    String set(
            @RequestParam String name,
            @RequestParam String value,
            @RequestParam(defaultValue = "/") String back,
            Actor who) {
        if (SWITCHES.getOrDefault(name, Set.of()).contains(value)) {
            preferences.put(who.login(), name, value);
        }
        return "redirect:" + (inside(back) ? back : "/");
    }

    /** Never to another host: a path of ours, not one that a browser reads as a host. */
    private static boolean inside(String path) {
        return path.matches("/(?![/\\\\])[\\w/.\\-?&=%+]*");
    }
}

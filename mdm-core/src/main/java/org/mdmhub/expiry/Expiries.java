package org.mdmhub.expiry;

import java.math.BigDecimal;
import java.util.List;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** What is laid down about last days; what was never laid down is as it stands here. */
@Component
public class Expiries {

    /** Type of the settings. */
    public static final String TYPE = "expiry";

    /** Key of the setting on temporary records; the others are kinds of papers. */
    public static final String TEMPORARY = "TEMPORARY";

    /** Key of the setting on records that nobody has confirmed. */
    public static final String DORMANT = "DORMANT";

    /** Whether orders are blocked once a paper of the kind has expired. */
    public static final String BLOCK = "block";

    /** How long a temporary record may be valid at most, or a record go unconfirmed, in days. */
    public static final String DAYS = "days";

    /** Kinds of papers. */
    public static final List<String> KINDS =
            List.of("LICENCE", "INVOICE_DETAILS", "RENAMING_PROOF", "AUTHORISATION", "OTHER");

    private static final int USUAL_DAYS = 90;
    private static final int YEAR = 365;

    private final Settings settings;

    Expiries(Settings settings) {
        this.settings = settings;
    }

    /** A temporary record always is; a paper only where that is laid down for its kind. */
    public boolean blocks(String kind) {
        return kind.equals(TEMPORARY)
                || settings.find(TYPE, kind)
                        .map(Setting::content)
                        .filter(content -> Boolean.TRUE.equals(content.get(BLOCK)))
                        .isPresent();
    }

    /** Whether the setting of this key is a number of days. */
    public static boolean counts(String key) {
        return key.equals(TEMPORARY) || key.equals(DORMANT);
    }

    public int temporaryDays() {
        return days(TEMPORARY, USUAL_DAYS);
    }

    /** After so many days without a change its owner is asked whether a record still holds. */
    public int dormantDays() {
        return days(DORMANT, YEAR);
    }

    private int days(String key, int usual) {
        return settings.find(TYPE, key)
                .map(Setting::content)
                .map(content -> content.get(DAYS) instanceof BigDecimal days ? days.intValue() : usual)
                .orElse(usual);
    }
}

package org.mdmhub.web.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.web.channel.GroupChannels;

/**
 * A channel to a group as it is typed.
 *
 * @param address empty keeps the present one
 * @param secrets one a line, the newest first; empty keeps the present ones
 */
record ChannelForm(
        @Nullable String name,
        @Nullable String carrier,
        @Nullable String address,
        @Nullable String secrets,
        @Nullable String language,
        @Nullable String unit,
        @Nullable List<String> kinds,
        @Nullable Boolean inside,
        @Nullable Boolean active) {

    static ChannelForm of(GroupChannels.Group group, String unit) {
        return new ChannelForm(
                group.name(),
                group.carrier(),
                "",
                "",
                group.language(),
                unit,
                group.kinds(),
                group.inside(),
                group.active());
    }

    static ChannelForm fresh(String unit) {
        return new ChannelForm("", "WECOM", "", "", "zh-CN", unit, List.of(), false, true);
    }

    /** A box that is not ticked is not sent. */
    boolean isInside() {
        return Boolean.TRUE.equals(inside);
    }

    boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    String carrierOrFirst() {
        return GroupChannels.CARRIERS.contains(text(carrier)) ? text(carrier) : GroupChannels.CARRIERS.get(0);
    }

    String languageOrChinese() {
        return text(language).equals("en") ? "en" : "zh-CN";
    }

    List<String> kept() {
        List<String> named = kinds;
        return named == null
                ? List.of()
                : named.stream()
                        .filter(kind -> NoticeChoices.KINDS.contains(kind) || kind.equals(NoticeChoices.OTHER))
                        .distinct()
                        .toList();
    }

    List<String> lines() {
        return text(secrets)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}

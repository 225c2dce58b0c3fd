package org.mdmhub.web.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.dormant.DormantWork;
import org.mdmhub.notice.Told;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.security.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts notices into words for who may see what they are about; who may no longer see it gets none. */
@Component
public class Wording {

    private static final int FIELDS_TOLD = 3;

    private final RequestReader requests;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;
    private final URI hub;

    Wording(
            RequestReader requests,
            Accounts accounts,
            Organisations organisations,
            Labels labels,
            Texts texts,
            @Value("${mdm.public-url:http://localhost:${server.port:8080}}") URI hub) {
        this.requests = requests;
        this.accounts = accounts;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
        this.hub = hub;
    }

    /** For a person; empty where he is no longer in, or may no longer see the request. */
    Optional<Letter.Line> forPerson(Told told, Locale language) {
        return accounts.actor(told.login(), null)
                .map(reader -> forReader(List.of(told), reader, language).get(told.id()));
    }

    /** For a group: what anybody of its organisation may see. */
    Optional<Letter.Line> forGroup(Told told, int unit, Locale language) {
        var reader = new Actor("", Map.of(Role.AUDITOR, organisations.below(List.of(unit))));
        return Optional.ofNullable(forReader(List.of(told), reader, language).get(told.id()));
    }

    /** By the ids of the notices; those about what the reader may no longer see are left out. */
    public Map<UUID, Letter.Line> forReader(List<Told> all, Actor reader, Locale language) {
        List<UUID> ids = all.stream()
                .map(Told::request)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, ChangeRequest> seen = requests.lines(ids, reader).stream()
                .map(RequestReader.Line::request)
                .collect(Collectors.toMap(ChangeRequest::id, Function.identity()));
        Map<UUID, Letter.Line> lines = new LinkedHashMap<>();
        for (Told told : all) {
            ChangeRequest request = told.request() == null ? null : seen.get(told.request());
            if (told.request() == null || request != null) {
                lines.put(told.id(), in(language, () -> line(told, request)));
            }
        }
        return lines;
    }

    /** The page that a notice leads to. */
    public static String place(Told told) {
        if (told.request() != null) {
            return "/inbox/" + told.request();
        }
        return told.kind().equals(DormantWork.KIND) ? "/dormant" : "/notices";
    }

    private Letter.Line line(Told told, @Nullable ChangeRequest request) {
        return request == null
                ? new Letter.Line(told.kind(), "", text(told), "", hub.resolve(place(told)))
                : new Letter.Line(told.kind(), request.number(), text(told), fields(request), hub.resolve(place(told)));
    }

    /** The words of the kind; one without words of its own is told by its bare number. */
    private String text(Told told) {
        Object[] args = told.args().toArray();
        String words = texts.or("notice." + told.kind(), "");
        return words.isEmpty()
                ? texts.of("notice.other", String.join(" · ", told.args()))
                : texts.of("notice." + told.kind(), args);
    }

    /** A message that says nothing but that it has come. */
    Letter.Line test(Locale language) {
        return in(
                language,
                () -> new Letter.Line(
                        "test", "", texts.of("channels.test.text"), "", hub.resolve("/notices/settings")));
    }

    /** What changed by name only: what it changed to is to be looked at where rights hold. */
    private String fields(ChangeRequest request) {
        List<String> keys = List.copyOf(request.wish().fields().keySet());
        String few = keys.stream()
                .limit(FIELDS_TOLD)
                .map(key -> labels.field(request.type(), key))
                .collect(Collectors.joining(" · "));
        return keys.size() > FIELDS_TOLD ? texts.of("inbox.fieldsMore", few, keys.size() - FIELDS_TOLD) : few;
    }

    String subject(List<Letter.Line> lines, Locale language) {
        return in(
                language,
                () -> lines.size() == 1
                        ? texts.of("notice.subject", lines.get(0).text())
                        : texts.of("notice.digest", lines.size()));
    }

    String foot(Locale language) {
        return in(language, () -> texts.of("notice.foot", hub.resolve("/notices/settings")));
    }

    static <T> T in(Locale language, Supplier<T> work) {
        Locale outer = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocale(outer);
        }
    }

    /** Chinese, where nobody chose anything else. */
    static Locale language(@Nullable String tag) {
        return "en".equals(tag) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}

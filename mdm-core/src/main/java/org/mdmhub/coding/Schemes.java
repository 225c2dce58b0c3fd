package org.mdmhub.coding;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.organisation.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All versions of all schemes, and which one makes the code of a record. */
@Component
public class Schemes {

    private final EntityManager entities;
    private final Organisations organisations;
    private final OncePerTransaction<String, List<CodingScheme>> read = new OncePerTransaction<>();

    Schemes(EntityManager entities, Organisations organisations) {
        this.entities = entities;
        this.organisations = organisations;
    }

    /** Every version of every scheme of a type, newest first; also those still to come and those retired. */
    @Transactional(readOnly = true)
    public List<CodingScheme> all(String type) {
        return read.get(
                type,
                key -> List.copyOf(entities.createQuery(
                                "from CodingScheme where type = :type order by version desc", CodingScheme.class)
                        .setParameter("type", key)
                        .getResultList()));
    }

    /** Every version of one scheme, newest first. */
    @Transactional(readOnly = true)
    public List<CodingScheme> versions(SchemeKey key) {
        return all(key.type()).stream()
                .filter(scheme -> scheme.key().equals(key))
                .toList();
    }

    /** The version of a scheme that makes codes at a moment. */
    @Transactional(readOnly = true)
    public Optional<CodingScheme> inForce(SchemeKey key, Instant at) {
        return versions(key).stream()
                .filter(scheme -> !scheme.activeFrom().isAfter(at))
                .findFirst()
                .filter(scheme -> makesCodes(scheme, at));
    }

    private static boolean makesCodes(CodingScheme scheme, Instant at) {
        Instant retired = scheme.retiredAt();
        return retired == null || retired.isAfter(at);
    }

    /** The newest version, even where it is still to come; none where the scheme is retired. */
    @Transactional(readOnly = true)
    public Optional<CodingScheme> newest(SchemeKey key) {
        return versions(key).stream().findFirst().filter(scheme -> scheme.retiredAt() == null);
    }

    /** The keys of a type's schemes that are not retired, the type's own first. */
    @Transactional(readOnly = true)
    public List<SchemeKey> keys(String type) {
        return all(type).stream()
                .map(CodingScheme::key)
                .distinct()
                .filter(key -> newest(key).isPresent())
                .sorted(Comparator.comparing(SchemeKey::toString))
                .toList();
    }

    /** Versions of a type that make codes now or will. */
    Stream<CodingScheme> living(String type, Instant now) {
        Map<SchemeKey, CodingScheme> present = new LinkedHashMap<>();
        keys(type).forEach(key -> inForce(key, now).ifPresent(scheme -> present.put(key, scheme)));
        return all(type).stream()
                .filter(scheme -> scheme.retiredAt() == null)
                .filter(scheme -> scheme.activeFrom().isAfter(now) || present.containsValue(scheme));
    }

    /** The scheme of a record: the narrowest that fits, of its group before of its organisation. */
    Optional<CodingScheme> of(String type, Birth birth) {
        String group = birth.group();
        return keys(type).stream()
                .filter(key -> key.group().isEmpty() || key.group().equals(group))
                .filter(key -> key.orgUnit().isEmpty() || below(key.orgUnit()).contains(birth.orgUnit()))
                .sorted(Comparator.comparing((SchemeKey key) -> key.group().isEmpty())
                        .thenComparing(key -> key.orgUnit().isEmpty()
                                ? Integer.MAX_VALUE
                                : below(key.orgUnit()).size()))
                .flatMap(key -> inForce(key, birth.at()).stream())
                .findFirst();
    }

    /** Codes of an organisation and all below it. */
    private Set<String> below(String code) {
        Map<Integer, String> codes = organisations.codes();
        return organisations
                .find(code)
                .map(unit -> organisations.below(List.of(unit.id())).stream()
                        .map(codes::get)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Lays down the next version of a scheme; asks for a change reason like every audited write. */
    CodingScheme add(SchemeKey key, SchemeContent content, Instant now) {
        List<CodingScheme> versions = versions(key);
        Optional<CodingScheme> before = versions.stream().findFirst();
        Instant wished = content.activeFrom();
        CodingScheme scheme = new CodingScheme(
                key,
                before.map(CodingScheme::version).orElse(0) + 1,
                content,
                wished == null || wished.isBefore(now) ? now : wished,
                continued(versions, content));
        entities.persist(scheme);
        entities.flush();
        read.forget();
        return scheme;
    }

    /** The counter that a new version goes on with: that of the newest version which counts alike. */
    static @Nullable Integer continued(List<CodingScheme> versions, SchemeContent content) {
        return versions.stream()
                .filter(version ->
                        content.pattern().sequence().continues(version.pattern().sequence()))
                .map(CodingScheme::counter)
                .findFirst()
                .orElse(null);
    }

    /** Every version that uses or used a counter. */
    List<CodingScheme> counting(String type, int counter) {
        return all(type).stream().filter(scheme -> scheme.counter() == counter).toList();
    }

    void retire(SchemeKey key, Instant now) {
        versions(key).stream().filter(scheme -> scheme.retiredAt() == null).forEach(scheme -> scheme.retire(now));
        entities.flush();
        read.forget();
    }
}

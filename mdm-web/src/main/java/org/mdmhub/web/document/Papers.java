package org.mdmhub.web.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.document.Document;
import org.mdmhub.document.Documents;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** The papers of a request or a record as their reader may see them. */
@Component
public class Papers {

    private static final int SOON_DAYS = 60;

    private final Documents documents;
    private final ChangeRequests requests;
    private final MasterRecords records;
    private final Reading reading;
    private final Texts texts;

    Papers(Documents documents, ChangeRequests requests, MasterRecords records, Reading reading, Texts texts) {
        this.documents = documents;
        this.requests = requests;
        this.records = records;
        this.reading = reading;
        this.texts = texts;
    }

    /**
     * One paper.
     *
     * @param sha256 empty where only its number is known
     * @param name of the file, empty where it cannot be seen
     * @param size in kilobytes
     * @param picture whether it is shown as a picture
     * @param standing valid, soon, expired, or empty where it has no last day
     */
    public record Paper(
            String sha256,
            String kind,
            String number,
            String validTo,
            String standing,
            String name,
            int size,
            boolean picture) {

        /** Its beginning, enough for two people to compare. */
        public String mark() {
            return sha256.substring(0, Math.min(16, sha256.length()));
        }

        /** Whether there is a file that can be looked at. */
        public boolean isThere() {
            return !name.isEmpty();
        }
    }

    /** What a request brings, beside what was there. */
    public List<Paper> ofRequest(UUID id, Actor reader) {
        return reading.asHub("papers", () -> {
            ChangeRequest request =
                    requests.find(id).filter(one -> Road.sees(reader, one)).orElse(null);
            if (request == null || request.subject() != null) {
                return List.of();
            }
            Object before = request.wish().baseValues().get(CommonFields.DOCUMENTS);
            List<?> known = before instanceof List<?> list ? list : List.of();
            List<Object> brought = request.wish().fields().get(CommonFields.DOCUMENTS) instanceof List<?> list
                    ? new ArrayList<>(list)
                    : new ArrayList<>();
            brought.removeIf(known::contains);
            return papers(brought, reader);
        });
    }

    /** What a record holds; the caller reads in its reader's scope. */
    public List<Paper> ofRecord(String type, String code, Actor reader) {
        return records.find(type, code)
                .map(record -> records.values(type, record))
                .map(values -> of(values, reader))
                .orElse(List.of());
    }

    public List<Paper> of(FieldValues values, Actor reader) {
        return papers(new ArrayList<>(values.list(CommonFields.DOCUMENTS)), reader);
    }

    /** One that stands in a form. */
    public @Nullable Paper one(String sha256, Actor reader) {
        return reading.asHub("papers", () -> papers(List.of(Map.of("sha256", sha256)), reader)).stream()
                .filter(Paper::isThere)
                .findFirst()
                .orElse(null);
    }

    private List<Paper> papers(List<?> items, Actor reader) {
        Map<String, Document> known = new HashMap<>();
        documents.found(Documents.named(items), reader).forEach(document -> known.put(document.sha256(), document));
        List<Paper> papers = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> parts) {
                papers.add(paper(parts, known.get(String.valueOf(parts.get("sha256")))));
            }
        }
        return papers;
    }

    private Paper paper(Map<?, ?> parts, @Nullable Document document) {
        String kind = text(parts, "kind");
        String validTo = text(parts, "validTo");
        return new Paper(
                text(parts, "sha256"),
                kind.isEmpty() ? "" : texts.or("choice.kind." + kind, kind),
                text(parts, "number"),
                validTo,
                standing(validTo),
                document == null ? "" : document.name(),
                document == null ? 0 : Math.max(1, document.size() / 1024),
                document != null && document.isPicture());
    }

    private static String text(Map<?, ?> parts, String key) {
        return Objects.toString(parts.get(key), "");
    }

    private static String standing(String validTo) {
        if (!validTo.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return "";
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        if (validTo.compareTo(today.toString()) < 0) {
            return "expired";
        }
        return validTo.compareTo(today.plusDays(SOON_DAYS).toString()) <= 0 ? "soon" : "valid";
    }
}

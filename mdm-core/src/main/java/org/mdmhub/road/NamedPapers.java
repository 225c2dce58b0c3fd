package org.mdmhub.road;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.document.Document;
import org.mdmhub.document.Documents;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeRequest;
import org.springframework.stereotype.Component;

/**
 * The papers that a request names. Nobody names one that he cannot see: it would open to him a paper of which he knows
 * only the fingerprint.
 */
@Component
class NamedPapers {

    private final Documents documents;
    private final MasterRecords records;

    NamedPapers(Documents documents, MasterRecords records) {
        this.documents = documents;
        this.records = records;
    }

    /** @param request that is being edited, null for a new one */
    void guard(Ask ask, @Nullable MasterRecord record, @Nullable ChangeRequest request, Actor actor) {
        List<String> named = Documents.named(ask.fields());
        Set<String> known = new HashSet<>();
        known.add("");
        if (record != null) {
            known.addAll(Documents.named(records.values(ask.type(), record).get(CommonFields.DOCUMENTS)));
        }
        if (request != null) {
            known.addAll(Documents.named(request.wish().fields()));
        }
        if (known.containsAll(named)) {
            return;
        }
        known.addAll(
                documents.found(named, actor).stream().map(Document::sha256).collect(Collectors.toSet()));
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                throw Refused.invalid(
                        "/fields/" + CommonFields.DOCUMENTS + "/" + i + "/sha256", "unknownDocument", named.get(i));
            }
        }
    }

    void note(ChangeRequest request) {
        documents.usedBy(request.id(), request.wish().fields().get(CommonFields.DOCUMENTS));
    }

    void note(MasterRecord record, FieldValues values) {
        documents.usedBy(record.id(), values.get(CommonFields.DOCUMENTS));
    }
}

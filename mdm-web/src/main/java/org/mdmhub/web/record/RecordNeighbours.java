package org.mdmhub.web.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mdmhub.merge.MergedRecords;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordLinks;
import org.mdmhub.record.RecordLinks.Link;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.RequestList;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** What a master has to do with: the masters that it names and that name it, and what is open on it. */
@Component
class RecordNeighbours {

    private static final int MOST = 100;
    private static final int REQUESTS = 20;

    private final RecordLinks links;
    private final MasterRecords records;
    private final RequestList requests;
    private final Accounts accounts;
    private final Labels labels;
    private final Texts texts;
    private final Times times;
    private final MergedRecords merged;

    RecordNeighbours(
            RecordLinks links,
            MasterRecords records,
            RequestList requests,
            Accounts accounts,
            Labels labels,
            Texts texts,
            Times times,
            MergedRecords merged) {
        this.merged = merged;
        this.links = links;
        this.records = records;
        this.requests = requests;
        this.accounts = accounts;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    /** Names of the masters that this one names, by code. */
    Map<String, String> named(String type, long record) {
        Map<String, String> named = new HashMap<>();
        records(links.from(record, MOST)).values().forEach(other -> named.put(other.code(), name(type, other)));
        return named;
    }

    /** The masters that name this one. */
    List<RecordSheet.Naming> naming(String type, long record) {
        List<Link> found = links.to(record, MOST);
        Map<Long, MasterRecord> others = records(found);
        List<RecordSheet.Naming> naming = new ArrayList<>();
        for (Link link : found) {
            MasterRecord other = others.get(link.other());
            if (other != null) {
                naming.add(new RecordSheet.Naming(
                        other.code(), name(type, other), other.status().name(), kind(type, link)));
            }
        }
        return naming;
    }

    /** The masters that were merged into this one. */
    List<RecordSheet.Merged> merged(long record) {
        return merged.into(record, MOST).stream()
                .map(one -> new RecordSheet.Merged(one.code(), times.exact(one.at())))
                .toList();
    }

    private String kind(String type, Link link) {
        return link.kind().equals(link.field())
                ? labels.field(type, link.field())
                : texts.or("choice.kind." + link.kind(), link.kind());
    }

    private Map<Long, MasterRecord> records(List<Link> found) {
        Map<Long, MasterRecord> others = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            records.all(found.stream().map(Link::other).distinct().toList())
                    .forEach(other -> others.put(other.id(), other));
        }
        return others;
    }

    private String name(String type, MasterRecord record) {
        return Objects.requireNonNullElse(records.values(type, record).text("name"), "");
    }

    /** What is open on the record, as far as its reader may know. */
    List<RecordSheet.Open> open(long record, Actor reader) {
        List<ChangeRequest> open = requests.openOn(record, reader, REQUESTS);
        Map<String, String> names = open.isEmpty()
                ? Map.of()
                : accounts.names(
                        open.stream().map(ChangeRequest::requestedBy).distinct().toList());
        return open.stream()
                .map(request -> new RecordSheet.Open(
                        String.valueOf(request.id()),
                        request.number(),
                        request.kind().name(),
                        request.status().name(),
                        names.getOrDefault(request.requestedBy(), request.requestedBy()),
                        times.ago(request.createdAt())))
                .toList();
    }
}

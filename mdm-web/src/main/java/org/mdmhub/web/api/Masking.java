package org.mdmhub.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.road.RequestReader;
import org.springframework.stereotype.Component;

/**
 * Who sees masked fields: who holds {@link Right#SEE_MASKED} in the organisation that owns the record, and of a request
 * whoever wrote into it. The one place that says so; screens, REST, exports and forms ask here.
 */
@Component
public class Masking {

    private final MasterTypes types;
    private final ChangeRequests requests;

    Masking(MasterTypes types, ChangeRequests requests) {
        this.types = types;
        this.requests = requests;
    }

    /** What the reader does not see of a record. */
    public Mask of(Actor reader, String type, MasterRecord record) {
        return of(reader, type, record.orgUnitId());
    }

    /** What the reader does not see of a request. */
    public Mask of(Actor reader, ChangeRequest request) {
        Mask mask = of(reader, request.type(), request.ownerUnitId());
        // who asks for an earlier version, or for a merge, has written none of its values
        boolean wrote = request.kind() != ChangeKind.RESTORE
                && !request.kind().merges()
                && requests.authors(request.id()).contains(reader.login());
        return mask.isEmpty() || wrote ? Mask.NONE : mask;
    }

    /** What the reader does not see of masters of this type that this organisation owns. */
    public Mask of(Actor reader, String type, int unit) {
        if (reader.may(Right.SEE_MASKED) && reader.unitsWith(Right.SEE_MASKED).contains(unit)) {
            return Mask.NONE;
        }
        Map<String, FieldKind> fields = new LinkedHashMap<>();
        Map<String, Map<String, FieldKind>> items = new LinkedHashMap<>();
        for (Field<MasterRecord> field : types.fields(type)) {
            if (field.masked()) {
                fields.put(field.key(), field.kind());
            }
            for (Field.Item item : field.items()) {
                if (item.masked()) {
                    items.computeIfAbsent(field.key(), list -> new LinkedHashMap<>())
                            .put(item.key(), item.kind());
                }
            }
        }
        return new Mask(fields, items);
    }

    /** A request as a screen may show it to this reader. */
    public RequestReader.Detail covered(RequestReader.Detail detail, Actor reader) {
        Mask mask = of(reader, detail.line().request());
        return mask.isEmpty()
                ? detail
                : new RequestReader.Detail(
                        detail.line(),
                        detail.decisions(),
                        detail.changes().stream().map(mask::covered).toList(),
                        detail.findings().stream().map(mask::covered).toList(),
                        detail.candidates(),
                        detail.open(),
                        detail.asked(),
                        detail.nobody(),
                        detail.mayDecide(),
                        detail.fourEyes());
    }
}

package org.mdmhub.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;

/** What a paper that is named must say of itself; what stands in a record already is left alone. */
@Component
class DocumentRules implements Rules {

    @Override
    public boolean concern(String type) {
        return true;
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        List<Map<String, Object>> known = before.list(CommonFields.DOCUMENTS);
        List<Map<String, Object>> papers = after.list(CommonFields.DOCUMENTS);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Map<String, Object> paper = papers.get(i);
            String place = "/fields/" + CommonFields.DOCUMENTS + "/" + i;
            if (known.contains(paper)) {
                continue;
            }
            if (paper.get("kind") == null) {
                findings.add(Finding.error(place + "/kind", "required"));
            }
            if (paper.get("sha256") instanceof String sha && !sha.matches("[0-9a-f]{64}")) {
                findings.add(Finding.error(place + "/sha256", "sha256", sha));
            }
        }
        return findings;
    }
}

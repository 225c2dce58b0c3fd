package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A policy is written, switched and taken out of force by approved requests only. */
@Component
class PolicyProposal extends SettingProposal {

    private final PolicyBook book;
    private final PolicyFit fit;

    PolicyProposal(Settings settings, PolicyBook book, PolicyFit fit) {
        super(settings, PolicyBook.TYPE);
        this.book = book;
        this.fit = fit;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        Policy policy = PolicyContent.read(key, after, findings);
        if (policy != null) {
            fit.check(policy, findings);
        }
        return findings;
    }

    @Override
    protected void changed(String key) {
        book.forget();
    }
}

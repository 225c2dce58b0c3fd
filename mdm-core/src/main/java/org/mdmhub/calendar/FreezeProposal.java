package org.mdmhub.calendar;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A freeze is written and retired by approved requests only. */
@Component
class FreezeProposal extends SettingProposal {

    private final MasterTypes types;
    private final Organisations organisations;

    FreezeProposal(Settings settings, MasterTypes types, Organisations organisations) {
        super(settings, LaidFreezes.TYPE);
        this.types = types;
        this.organisations = organisations;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        FreezeContent.read(key, after, types, organisations, findings);
        return findings;
    }
}

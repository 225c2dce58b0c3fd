package org.mdmhub.merge;

import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.SettingProposal;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** Which values win is changed by approved requests only; it holds for merges from then on. */
@Component
class SurvivorshipProposal extends SettingProposal {

    private final SurvivorshipBook book;

    SurvivorshipProposal(Settings settings, SurvivorshipBook book) {
        super(settings, SurvivorshipBook.TYPE);
        this.book = book;
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        return book.types().contains(key)
                ? book.check(key, after.asMap())
                : List.of(Finding.error("/code", "choice", String.join(", ", book.types())));
    }
}

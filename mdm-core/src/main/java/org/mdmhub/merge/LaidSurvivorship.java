package org.mdmhub.merge;

import java.time.Clock;
import java.util.List;
import org.mdmhub.record.MasterRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses by the rules that hold. */
@Component
class LaidSurvivorship implements Survivorship {

    private final SurvivorshipBook book;
    private final MasterRecords records;
    private final Clock clock = Clock.systemUTC();

    LaidSurvivorship(SurvivorshipBook book, MasterRecords records) {
        this.book = book;
        this.records = records;
    }

    @Override
    @Transactional(readOnly = true)
    public Winner choose(String type, String field, List<Claim> claims) {
        return choose(type, field, claims.get(0).record(), claims);
    }

    @Override
    @Transactional(readOnly = true)
    public Winner choose(String type, String field, long survivor, List<Claim> claims) {
        var known = new SurvivorshipRules.Circumstances(survivor, record -> filled(type, record), clock.instant());
        return book.of(type).rules().choose(field, claims, known);
    }

    private int filled(String type, long record) {
        return records.find(record)
                .map(one -> records.values(type, one).keys().size())
                .orElse(0);
    }
}

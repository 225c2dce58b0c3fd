package org.mdmhub.organisation;

import static org.mdmhub.organisation.Right.ADMINISTER;
import static org.mdmhub.organisation.Right.ASK;
import static org.mdmhub.organisation.Right.BE_LOGGED_IN;
import static org.mdmhub.organisation.Right.DECIDE;
import static org.mdmhub.organisation.Right.DEFINE;
import static org.mdmhub.organisation.Right.JUDGE_DUPLICATES;
import static org.mdmhub.organisation.Right.OPERATE_TARGETS;
import static org.mdmhub.organisation.Right.READ_MASTERS;
import static org.mdmhub.organisation.Right.READ_REQUESTS;
import static org.mdmhub.organisation.Right.READ_TARGETS;
import static org.mdmhub.organisation.Right.SEE_MASKED;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is in an organisation and everything below it. */
public enum Role {
    REQUESTER(READ_MASTERS, ASK, READ_REQUESTS, READ_TARGETS),
    STEWARD(READ_MASTERS, ASK, READ_REQUESTS, DECIDE, JUDGE_DUPLICATES, READ_TARGETS),
    LEAD(READ_MASTERS, ASK, READ_REQUESTS, DECIDE, DEFINE, JUDGE_DUPLICATES, READ_TARGETS),
    FINANCE(READ_MASTERS, READ_REQUESTS, DECIDE, READ_TARGETS),
    SALES_MANAGER(READ_MASTERS, READ_REQUESTS, DECIDE, READ_TARGETS),
    INTEGRATOR(READ_MASTERS, READ_TARGETS, OPERATE_TARGETS),
    AUDITOR(READ_MASTERS, READ_REQUESTS, READ_TARGETS),
    ADMIN(ADMINISTER),
    /** Held beside another role, by whose organisations' masters it is bounded. */
    MASKED_READER(SEE_MASKED);

    private final Set<Right> rights = EnumSet.of(BE_LOGGED_IN);

    Role(Right... rights) {
        this.rights.addAll(Set.of(rights));
    }

    public Set<Right> rights() {
        return Set.copyOf(rights);
    }

    boolean seesMasters() {
        return rights.contains(READ_MASTERS);
    }
}

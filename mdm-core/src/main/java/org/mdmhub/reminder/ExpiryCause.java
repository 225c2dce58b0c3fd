package org.mdmhub.reminder;

import java.util.Map;
import org.mdmhub.expiry.Deadlines.Due;
import org.mdmhub.expiry.Expiries;

/**
 * Why the hub asks for a block. It is kept with the request, the history and the record, and goes to the targets, so it
 * says it in both languages.
 */
final class ExpiryCause {

    private static final Map<String, String> NAMES = Map.of(
            "LICENCE",
            "营业执照已过期 / business licence expired",
            "INVOICE_DETAILS",
            "开票资料已过期 / invoice details expired",
            "RENAMING_PROOF",
            "更名证明已过期 / proof of renaming expired",
            "AUTHORISATION",
            "授权委托书已过期 / authorisation expired",
            Expiries.TEMPORARY,
            "临时客户已到期 / temporary customer expired");

    private ExpiryCause() {}

    static String of(Due due) {
        return NAMES.getOrDefault(due.kind(), "资料已过期 / document expired") + ": " + due.day();
    }
}

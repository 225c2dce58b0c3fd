package org.mdmhub.sync.connector.kingdee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.target.Reports.Line;
import tools.jackson.databind.JsonNode;

/**
 * What the ledgers say of a customer or a material: receivables that are not written off, sales orders that are not
 * closed, the last order. The names of these forms and of their fields are from knowledge of the product, not from a
 * recorded reply; an installation that lacks one answers with a refusal, which is told as not known.
 */
final class KingdeeReports {

    private static final int MOST = 2000;

    private final KingdeeCalls calls;
    private final KingdeeForm form;
    private final String code;

    KingdeeReports(KingdeeCalls calls, KingdeeForm form, String code) {
        this.calls = calls;
        this.form = form;
        this.code = code.replace("'", "''");
    }

    List<Line> lines() throws Stopped {
        List<Line> lines = new ArrayList<>();
        if (form == KingdeeForm.CUSTOMER) {
            receivables(lines);
        }
        orders(lines);
        return lines;
    }

    private void receivables(List<Line> lines) throws Stopped {
        String filter = "FCUSTOMERID.FNumber='" + code + "' and FWRITTENOFFSTATUS<>'C'";
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode row :
                calls.query("AR_receivable", "FALLAMOUNTFOR,FCURRENCYID.FNumber", filter, "FID ASC", MOST)) {
            sums.merge(row.path(1).asString(""), row.path(0).decimalValue(BigDecimal.ZERO), BigDecimal::add);
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                lines.add(new Line("openReceivables", (sum.toPlainString() + " " + currency).strip(), true));
            }
        });
    }

    private void orders(List<Line> lines) throws Stopped {
        String whose = form == KingdeeForm.CUSTOMER ? "FCustId" : "FMaterialId";
        String filter = whose + ".FNumber='" + code + "'";
        int open = calls.query("SAL_SaleOrder", "FBillNo", filter + " and FCloseStatus='A'", "FID ASC", MOST)
                .size();
        if (open > 0) {
            lines.add(new Line("openOrders", open + (open == MOST ? "+" : ""), true));
        }
        String last = calls.query("SAL_SaleOrder", "FDate", filter, "FDate DESC", 1)
                .path(0)
                .path(0)
                .asString("");
        if (!last.isEmpty()) {
            lines.add(new Line("lastTrade", last.length() > 10 ? last.substring(0, 10) : last, false));
        }
    }
}

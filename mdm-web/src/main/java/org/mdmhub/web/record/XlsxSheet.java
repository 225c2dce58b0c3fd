package org.mdmhub.web.record;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of an Excel workbook, written as it comes. A cell of text is shown as it is and never reckoned. */
class XlsxSheet implements Sheet {

    private static final String VERSION = "1.0";
    private static final int KEPT = 500;
    private static final int WIDTH = 22;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxSheet(OutputStream out, String name, int columns) {
        this.workbook = new Workbook(out, "MDM hub", VERSION);
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
        }
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object value = cells.get(column);
            if (value instanceof BigDecimal number && number.precision() <= DIGITS) {
                sheet.value(next, column, number);
            } else if (value instanceof BigDecimal number) {
                sheet.inlineString(next, column, number.toPlainString());
            } else {
                sheet.inlineString(next, column, String.valueOf(value));
            }
        }
        if (next == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        next++;
        if (next % KEPT == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}

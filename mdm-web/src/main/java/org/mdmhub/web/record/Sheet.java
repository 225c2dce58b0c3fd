package org.mdmhub.web.record;

import java.io.IOException;
import java.util.List;

/** A table that goes out row by row; closing it ends it. */
interface Sheet extends AutoCloseable {

    /** Excel keeps so many digits of a number and makes zeros of the rest. */
    int DIGITS = 15;

    /** Each cell is a String or a BigDecimal. */
    void row(List<Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}

package org.mdmhub.web.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes out, in the language of its reader. Holds no values of a record.
 *
 * @param id the same however often it is sent
 * @param lines one notice, or those of a digest
 * @param foot where the reader chooses what he is told
 */
public record Letter(String id, Instant at, String subject, List<Line> lines, String foot) {

    /**
     * One notice.
     *
     * @param number of the request, empty for none
     * @param fields labels of a few of the changed fields, empty for none
     * @param link to the page; looking changes nothing
     */
    public record Line(String kind, String number, String text, String fields, URI link) {

        String said() {
            return text + (fields.isEmpty() ? "" : "\n" + fields) + "\n" + link;
        }
    }

    /** As plain text. */
    public String text() {
        String body = lines.stream().map(Line::said).collect(Collectors.joining("\n\n"));
        return foot.isEmpty() ? body : body + "\n\n-- \n" + foot;
    }
}

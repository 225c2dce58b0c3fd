package org.mdmhub.web.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.document.Document;
import org.mdmhub.document.Documents;
import org.mdmhub.document.NotTaken;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes the files that were chosen in a form: each becomes an item of the list of papers. */
@Component
class Uploads {

    /** Inputs of the form: one to choose a file, one that opens a phone's camera. */
    private static final List<String> INPUTS = List.of("file", "photo");

    private final Documents documents;

    Uploads(Documents documents) {
        this.documents = documents;
    }

    /**
     * What stands in the form once its files are taken.
     *
     * @param refused why one was not taken, null where all were
     */
    record Taken(Typed typed, @Nullable Finding refused) {}

    Taken take(Typed typed, HttpServletRequest request, Actor actor) {
        Typed taken = typed;
        if (request instanceof MultipartHttpServletRequest parts) {
            for (String input : INPUTS) {
                MultipartFile file = parts.getFile(input);
                if (file != null && chosen(file)) {
                    try {
                        taken = row(taken, kept(file, actor));
                    } catch (NotTaken e) {
                        String why = "file." + e.why().name();
                        return new Taken(taken, Finding.error("/" + CommonFields.DOCUMENTS, why));
                    }
                }
            }
        }
        return new Taken(taken, null);
    }

    /** An input in which nothing was chosen is sent too, without a name. */
    private static boolean chosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return !file.isEmpty() || (name != null && !name.isBlank());
    }

    private Document kept(MultipartFile file, Actor actor) {
        try {
            byte[] content =
                    file.getSize() > documents.mostBytes() ? new byte[documents.mostBytes() + 1] : file.getBytes();
            return documents.keep(content, Objects.requireNonNullElse(file.getOriginalFilename(), ""), actor.login());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file goes into the row that was begun for it, else into one more. */
    private static Typed row(Typed typed, Document document) {
        String list = CommonFields.DOCUMENTS;
        Typed shown = typed.showing(list);
        for (int row : typed.rows(list)) {
            if (typed.text(Typed.name(list, row, "sha256")).isBlank()) {
                return shown.with(Typed.name(list, row, "sha256"), document.sha256());
            }
        }
        Typed more = shown.withRow(list, "id");
        List<Integer> rows = more.rows(list);
        return rows.size() == typed.rows(list).size()
                ? typed
                : more.with(Typed.name(list, rows.get(rows.size() - 1), "sha256"), document.sha256());
    }
}

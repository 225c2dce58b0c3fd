package org.mdmhub.web.document;

import java.nio.charset.StandardCharsets;
import org.mdmhub.document.Document;
import org.mdmhub.document.Documents;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The content of a paper, to be looked at. Nothing in it runs, and only a page of the hub frames it. */
@Screen
class DocumentPages {

    /** A browser's own reader of papers does not work in a sandbox; what a picture cannot do needs none forbidden. */
    private static final String PAPER =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String PICTURE =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    private final Documents documents;
    private final Reading reading;

    DocumentPages(Documents documents, Reading reading) {
        this.documents = documents;
        this.reading = reading;
    }

    @GetMapping("/documents/{sha256}")
    ResponseEntity<byte[]> content(@PathVariable String sha256, Actor reader) {
        return reading.as(reader, () -> {
            Document document = documents.find(sha256, reader).orElseThrow(NotThere::new);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(document.mediaType()))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.inline()
                                    .filename(document.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header("Content-Security-Policy", document.isPicture() ? PICTURE : PAPER)
                    .header("X-Frame-Options", "SAMEORIGIN")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(documents.content(document));
        });
    }
}

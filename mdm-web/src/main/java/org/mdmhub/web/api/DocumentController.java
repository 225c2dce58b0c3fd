package org.mdmhub.web.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.mdmhub.document.Document;
import org.mdmhub.document.Documents;
import org.mdmhub.document.NotTaken;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Papers: given in first, then named by their fingerprint in {@code fields.documents} of a change request. PDF, PNG, JPEG
 * and WebP by content; the same content is the same paper, so that giving it in twice does it once.
 */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    private final Documents documents;
    private final Reading reading;

    DocumentController(Documents documents, Reading reading) {
        this.documents = documents;
        this.reading = reading;
    }

    /** A paper that is stored; {@code name} is what is left of the name that it was sent with. */
    record View(String sha256, int size, String mediaType, String name) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<View> keep(@RequestPart("file") MultipartFile file, Actor actor) throws IOException {
        if (file.getSize() > documents.mostBytes()) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "tooLargeFile");
        }
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            Document kept = documents.keep(file.getBytes(), name, actor.login());
            return ResponseEntity.created(URI.create("/api/v1/documents/" + kept.sha256()))
                    .body(new View(kept.sha256(), kept.size(), kept.mediaType(), kept.name()));
        } catch (NotTaken e) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid",
                    List.of(Finding.error("/file", "file." + e.why().name())));
        }
    }

    /** The content, as a file to be saved; for who gave it in, or sees a request or a record that names it. */
    @GetMapping("/{sha256}")
    ResponseEntity<byte[]> content(@PathVariable String sha256, Actor actor) {
        return reading.as(actor, () -> {
            Document document = documents.find(sha256, actor).orElseThrow(Problem::notFound);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(document.mediaType()))
                    .eTag("\"" + document.sha256() + "\"")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(document.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(documents.content(document));
        });
    }
}

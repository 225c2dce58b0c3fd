package org.mdmhub.web.api;

import java.util.List;
import java.util.Map;
import org.mdmhub.record.Finding;
import org.springframework.http.HttpStatus;

/** Why a call is refused, as problem details tell it. The words stand under {@code problem.CODE}. */
final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient List<Finding> findings;
    private final transient Map<String, Object> beside;

    Problem(HttpStatus status, String code, List<Finding> findings) {
        this(status, code, findings, Map.of());
    }

    /** @param beside what the answer holds beside the usual */
    Problem(HttpStatus status, String code, List<Finding> findings, Map<String, Object> beside) {
        super(code);
        this.beside = beside;
        this.status = status;
        this.code = code;
        this.findings = findings;
    }

    Problem(HttpStatus status, String code) {
        this(status, code, List.of());
    }

    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "notFound");
    }

    static Problem invalid(String pointer, String code, String... args) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(Finding.error(pointer, code, args)));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> beside() {
        return beside;
    }

    List<Finding> findings() {
        return findings;
    }
}

package org.mdmhub.web.api;

import java.util.List;
import org.mdmhub.record.Finding;
import org.springframework.http.HttpStatus;

/** Why a call is refused, as problem details tell it. The words stand under {@code problem.CODE}. */
final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient List<Finding> findings;

    Problem(HttpStatus status, String code, List<Finding> findings) {
        super(code);
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

    List<Finding> findings() {
        return findings;
    }
}

package org.mdmhub.request;

import java.util.List;
import org.mdmhub.record.Finding;

/** Somebody cannot be put in the place of another one; the findings say why. */
public class Unsuitable extends RuntimeException {

    private final transient List<Finding> findings;

    Unsuitable(List<Finding> findings) {
        super(findings.toString());
        this.findings = findings;
    }

    static Unsuitable because(String pointer, String code, String... args) {
        return new Unsuitable(List.of(Finding.error(pointer, code, args)));
    }

    public List<Finding> findings() {
        return findings;
    }
}

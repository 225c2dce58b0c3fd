package org.mdmhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The hub without its face, for tests of the domain. */
@SpringBootApplication
public class TestHub {}

package org.mdmhub.road;

import java.util.UUID;

/** Another request came of a verb, in the same transaction: the rest of one that was split, or what puts one back. */
public record RequestBeside(UUID id) {}

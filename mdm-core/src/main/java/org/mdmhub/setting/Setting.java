package org.mdmhub.setting;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is laid down, as it holds now.
 *
 * @param key its name among its kind
 * @param version counts its approved changes, from 1
 * @param content JSON values; each number is a BigDecimal
 */
public record Setting(String key, int version, Map<String, Object> content, Instant changedAt) {}

package org.mdmhub.matching;

/**
 * What one field says about two things being the same.
 *
 * @param level how well the two values agree
 * @param weight bits for (positive) or against (negative)
 */
public record Evidence(String field, String level, double weight) {}

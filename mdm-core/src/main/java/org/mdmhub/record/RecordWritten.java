package org.mdmhub.record;

/**
 * A master was written; published on the road inside its transaction, so that a listener that throws undoes the write.
 *
 * @param version the version that it now has
 * @param created whether it is new
 * @param byHand whether one person's decision on this one record wrote it, so that it may be held back for him to undo
 */
public record RecordWritten(String type, long recordId, String code, int version, boolean created, boolean byHand) {}

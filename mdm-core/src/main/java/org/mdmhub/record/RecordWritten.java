package org.mdmhub.record;

/**
 * A master was written; published on the road inside its transaction, so that a listener that throws undoes the write.
 *
 * @param version the version that it now has
 * @param created whether it is new
 */
public record RecordWritten(String type, long recordId, String code, int version, boolean created) {}

package org.mdmhub.quality;

/** Whether a record has left the hub; the sync module knows. */
public interface Delivered {

    /** Whether any target has got the record at least once. */
    boolean isDelivered(long recordId);
}

package org.mdmhub.job;

/** One kind of long work, as a bean. */
public interface Work {

    /** Kind of its jobs. */
    String kind();

    /** Does the next batch, well under a second, in a transaction and a scope of its own, and {@linkplain Jobs#note notes} it in that. */
    void step(Job job);

    /** What to tidy up when it was given up or failed, in a transaction and scope of its own. */
    default void abandoned(Job job) {}

    /**
     * What one batch came to.
     *
     * @param total records to look at, as far as is known
     * @param done of them looked at by now
     * @param found records found by now
     * @param lastId where to go on behind
     * @param stage of several passes
     * @param ended whether nothing is left
     */
    record Step(long total, long done, long found, long lastId, int stage, boolean ended) {}
}

package org.mdmhub.web.target;

import java.util.List;

/**
 * One target at a glance.
 *
 * @param name as addresses call it
 * @param badge the state that gives the badge its colour
 * @param state in a word
 * @param sentence how it stands, in words
 * @param figures counted over the records of the reader's organisations
 * @param address of its sandbox, empty where it is none
 */
record TargetCard(
        String name,
        String title,
        String brief,
        String connector,
        String mode,
        String badge,
        String state,
        String sentence,
        boolean paused,
        boolean failing,
        List<Figure> figures,
        String address) {

    /**
     * One number of it.
     *
     * @param mark good, warn or bad, where it says something by itself; else empty
     */
    record Figure(String label, String value, String mark) {}
}

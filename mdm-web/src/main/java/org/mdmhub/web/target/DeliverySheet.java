package org.mdmhub.web.target;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record in one target.
 *
 * @param causes why it is not there, in plain words; empty where nothing is wrong
 * @param skipped who let it be and why, null where nobody did
 * @param key its id there, null where it is not known
 * @param next when it is tried again by itself, empty where it is not
 * @param seen changes whenever there is news
 */
record DeliverySheet(
        UUID id,
        String target,
        String brief,
        String title,
        String type,
        String code,
        String name,
        String state,
        int wanted,
        int delivered,
        @Nullable String key,
        String next,
        List<CauseWords.Said> causes,
        @Nullable String skipped,
        List<Try> tries,
        String seen) {

    public boolean done() {
        return state.equals("DELIVERED");
    }

    /**
     * One attempt.
     *
     * @param good whether the target took it or is still at it
     * @param detail what was said, null where all was well
     */
    record Try(
            String at,
            String ago,
            int version,
            String outcome,
            boolean good,
            @Nullable String detail,
            String took,
            List<Call> calls) {}

    /**
     * One call and its answer.
     *
     * @param action the last part of the path, by which a person knows it
     * @param status of HTTP, null where no answer came
     */
    record Call(
            String method,
            String action,
            String path,
            @Nullable Integer status,
            String took,
            String request,
            String answer) {}
}

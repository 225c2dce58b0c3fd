package org.mdmhub.web.ask;

import java.util.List;
import java.util.Set;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;

/**
 * A form at one moment.
 *
 * @param findings what is to be said at its inputs
 * @param filled keys of fields that the hub has just filled in
 * @param closed keys of fields whose values the reader may neither see nor change
 * @param locked keys of fields whose values he sees and does not change
 * @param quiet whether it is still being typed, so that what is merely missing is left unsaid
 * @param focus name of the input in which the page begins, empty for none
 */
record State(
        Subject subject,
        Typed typed,
        Asked asked,
        List<Finding> findings,
        Set<String> filled,
        Set<String> closed,
        Set<String> locked,
        boolean quiet,
        String focus,
        Actor reader) {

    static State of(Subject subject, Typed typed, Asked asked, Actor reader) {
        return new State(subject, typed, asked, asked.findings(), Set.of(), Set.of(), Set.of(), true, "", reader);
    }

    State loud() {
        return new State(subject, typed, asked, findings, filled, closed, locked, false, focus, reader);
    }

    State saying(List<Finding> others) {
        return new State(subject, typed, asked, others, filled, closed, locked, false, focus, reader);
    }

    State filling(Set<String> fields) {
        return new State(subject, typed, asked, findings, fields, closed, locked, quiet, focus, reader);
    }

    State at(String input) {
        return new State(subject, typed, asked, findings, filled, closed, locked, quiet, input, reader);
    }

    State closing(Set<String> fields) {
        return new State(subject, typed, asked, findings, filled, fields, locked, quiet, focus, reader);
    }

    State locking(Set<String> fields) {
        return new State(subject, typed, asked, findings, filled, closed, fields, quiet, focus, reader);
    }
}

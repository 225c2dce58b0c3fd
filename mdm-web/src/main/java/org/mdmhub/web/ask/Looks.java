package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Matching;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.web.api.CandidateViews;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.match.Waterfalls;
import org.springframework.stereotype.Component;

/** What looks like the thing that is being typed, as far as the reader may see it. */
@Component
class Looks {

    private static final int SHOWN = 5;

    private final Matching matching;
    private final CandidateViews views;
    private final Reading reading;
    private final Labels labels;
    private final Waterfalls falls;

    Looks(Matching matching, CandidateViews views, Reading reading, Labels labels, Waterfalls falls) {
        this.falls = falls;
        this.matching = matching;
        this.views = views;
        this.reading = reading;
        this.labels = labels;
    }

    List<AskSheet.Look> of(State state) {
        Subject subject = state.subject();
        if (subject.kind() != ChangeKind.CREATE) {
            return List.of();
        }
        List<Candidate> found = reading.asHub(
                "match", () -> matching.candidates(subject.type(), state.asked().after(), subject.self()));
        List<AskSheet.Look> looks = new ArrayList<>();
        views.of(found.subList(0, Math.min(SHOWN, found.size())), state.reader())
                .forEach(view -> looks.add(look(subject.type(), looks.size() + 1, view)));
        return looks;
    }

    private AskSheet.Look look(String type, int place, CandidateViews.View view) {
        Double score = view.score();
        return new AskSheet.Look(
                place,
                view.code() == null ? "" : view.code(),
                view.requestId(),
                view.masked(),
                view.name(),
                view.orgUnit() == null ? "" : labels.organisation(view.orgUnit()),
                score == null ? null : Math.round(score * 100),
                view.outcome(),
                view.sentence(),
                falls.of(type, view.prior(), view.evidence()));
    }
}

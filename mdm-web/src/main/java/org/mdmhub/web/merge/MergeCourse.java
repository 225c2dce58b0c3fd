package org.mdmhub.web.merge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.organisation.Actor;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.MergeWish;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Rehearsals;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.PolicyWords;
import org.springframework.stereotype.Component;

/** Who would have to agree to a merge, or to taking one back, if the reader asked for it now. */
@Component
class MergeCourse {

    private final Rehearsals rehearsals;
    private final PolicyAnswers policies;
    private final PolicyWords words;
    private final Texts texts;

    MergeCourse(Rehearsals rehearsals, PolicyAnswers policies, PolicyWords words, Texts texts) {
        this.rehearsals = rehearsals;
        this.policies = policies;
        this.words = words;
        this.texts = texts;
    }

    MergeView.Course of(String type, MergeChoice choice, String hash, Actor reader) {
        return of(type, ChangeKind.MERGE, MergeWish.merge(choice, hash), reader);
    }

    MergeView.Course of(String type, ChangeKind kind, Map<String, @Nullable Object> what, Actor reader) {
        try {
            var asked = rehearsals.of(Ask.merge(type, kind, what, null), reader);
            return new MergeView.Course(words.course(PolicyAnswers.steps(policies.answers(asked))), "");
        } catch (Refused e) {
            String why = e.findings().stream().map(this::said).collect(Collectors.joining(" "));
            return new MergeView.Course(List.of(), why.isEmpty() ? texts.of("problem.notRequester.detail") : why);
        }
    }

    private String said(Finding finding) {
        return texts.of(finding);
    }
}

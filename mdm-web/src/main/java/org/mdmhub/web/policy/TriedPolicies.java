package org.mdmhub.web.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.policy.Answer;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.policy.PolicyTrials;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.RequestFilter;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.PolicyWords;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** A policy before it holds, tried on the newest requests that wait. */
@Component
class TriedPolicies {

    private static final int TRIED = 30;
    private static final String DRAFT = "draft";

    private final RequestReader requests;
    private final PolicyTrials trials;
    private final Masking masking;
    private final PolicyWords words;
    private final Reading reading;
    private final Texts texts;

    TriedPolicies(
            RequestReader requests,
            PolicyTrials trials,
            Masking masking,
            PolicyWords words,
            Reading reading,
            Texts texts) {
        this.requests = requests;
        this.trials = trials;
        this.masking = masking;
        this.words = words;
        this.reading = reading;
        this.texts = texts;
    }

    /** Each request with whether it would meet the policy, why, and who would then be asked. */
    Table table(String key, Map<String, @Nullable Object> content, Actor reader) {
        var query = new RequestList.Query(
                RequestList.Desk.ALL,
                RequestFilter.NONE.with(ChangeStatus.IN_REVIEW),
                true,
                RequestList.Query.NEWEST,
                TRIED);
        String tried = key.isEmpty() ? DRAFT : key;
        List<List<Cell>> rows = new ArrayList<>();
        for (RequestReader.Line line : requests.page(query, reader)) {
            UUID id = line.request().id();
            PolicyCase asked = requests.detail(id, reader).asked();
            if (asked != null && hidden(line, tried, content, reader)) {
                rows.add(unsaid(line));
            } else if (asked != null) {
                rows.add(row(line, reading.as(reader, () -> trials.answers(asked, tried, content)), tried));
            }
        }
        List<String> heads = List.of(
                texts.of("policy.head.request"),
                texts.of("policy.head.about"),
                texts.of("policy.head.met"),
                texts.of("policy.head.why"),
                texts.of("policy.head.who"));
        return new Table(texts.of("policy.tried"), heads, rows);
    }

    /** Whether the answer would tell what the reader may not see. */
    private boolean hidden(RequestReader.Line line, String tried, Map<String, @Nullable Object> content, Actor reader) {
        Mask mask = masking.of(reader, line.request());
        return trials.weighed(tried, content).stream().anyMatch(one -> mask.touches(one.field()));
    }

    private static Cell number(RequestReader.Line line) {
        return Cell.code(line.request().number(), "/inbox/" + line.request().id());
    }

    private static Cell name(RequestReader.Line line) {
        return Cell.text(line.name() == null ? "–" : line.name());
    }

    private List<Cell> unsaid(RequestReader.Line line) {
        return List.of(number(line), name(line), Cell.text("–"), Cell.text(texts.of("policy.masked")), Cell.text("–"));
    }

    private List<Cell> row(RequestReader.Line line, List<Answer> answers, String tried) {
        String type = line.request().type();
        List<Answer> own = answers.stream()
                .filter(answer -> answer.policy().key().equals(tried))
                .toList();
        boolean met = own.stream().anyMatch(Answer::met);
        String why = (met ? words.met(own, type) : words.unmet(own, type))
                .stream().map(PolicyWords.Line::why).findFirst().orElse("");
        List<String> course = words.course(PolicyAnswers.steps(answers));
        return List.of(
                number(line),
                name(line),
                Cell.state(met ? "ON" : "OFF", texts.of(met ? "policy.yes" : "policy.no")),
                Cell.text(why),
                Cell.text(course.isEmpty() ? texts.of("policy.nobody") : String.join(texts.of("policy.then"), course)));
    }
}

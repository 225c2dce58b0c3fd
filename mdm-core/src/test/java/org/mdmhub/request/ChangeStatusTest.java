package org.mdmhub.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.request.ChangeStatus.APPLIED;
import static org.mdmhub.request.ChangeStatus.CONFLICT;
import static org.mdmhub.request.ChangeStatus.DRAFT;
import static org.mdmhub.request.ChangeStatus.IN_REVIEW;
import static org.mdmhub.request.ChangeStatus.REJECTED;
import static org.mdmhub.request.ChangeStatus.RETURNED;
import static org.mdmhub.request.ChangeStatus.SCHEDULED;
import static org.mdmhub.request.ChangeStatus.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb of a request in every status. The table is written out here once more, so that a slip in one is seen. */
class ChangeStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Wish WISH = new Wish(1, Map.of("city", "上海市"), Map.of(), "CHANGE", null, null);

    enum Verb {
        EDIT(request -> request.edit(WISH), null, DRAFT, RETURNED, CONFLICT),
        SUBMIT(request -> request.submit(List.of(), NOW), IN_REVIEW, DRAFT, RETURNED),
        SEND_BACK(ChangeRequest::sendBack, RETURNED, IN_REVIEW),
        REJECT(ChangeRequest::reject, REJECTED, IN_REVIEW),
        SCHEDULE(ChangeRequest::schedule, SCHEDULED, IN_REVIEW),
        DECLARE_DISTINCT(request -> request.declareDistinct(List.of("C1")), null, IN_REVIEW),
        WITHDRAW(ChangeRequest::withdraw, WITHDRAWN, DRAFT, IN_REVIEW, RETURNED, SCHEDULED, CONFLICT),
        APPLY(request -> request.applied(7, NOW), APPLIED, IN_REVIEW, SCHEDULED),
        SET_TO_CONFLICT(request -> request.conflict(List.of("city")), CONFLICT, IN_REVIEW, SCHEDULED),
        CANNOT_BE_APPLIED(ChangeRequest::cannotBeApplied, RETURNED, IN_REVIEW, SCHEDULED);

        private final Consumer<ChangeRequest> on;
        final ChangeStatus leadsTo;
        final Set<ChangeStatus> allowedIn;

        Verb(Consumer<ChangeRequest> on, ChangeStatus leadsTo, ChangeStatus... allowedIn) {
            this.on = on;
            this.leadsTo = leadsTo;
            this.allowedIn = Set.of(allowedIn);
        }
    }

    static Stream<Arguments> every_verb_in_every_status() {
        return Stream.of(ChangeStatus.values())
                .flatMap(status -> Stream.of(Verb.values()).map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource
    void every_verb_in_every_status(ChangeStatus status, Verb verb) {
        ChangeRequest request = in(status);

        if (verb.allowedIn.contains(status)) {
            verb.on.accept(request);
            assertThat(request.status()).isEqualTo(verb.leadsTo == null ? status : verb.leadsTo);
        } else {
            assertThatThrownBy(() -> verb.on.accept(request)).isInstanceOf(NotAllowed.class);
            assertThat(request.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeStatus.class)
    void only_what_can_still_come_to_something_is_open(ChangeStatus status) {
        assertThat(status.open())
                .isEqualTo(!Set.of(APPLIED, REJECTED, WITHDRAWN).contains(status));
    }

    @Test
    void a_conflict_that_was_edited_is_submitted_like_a_draft() {
        ChangeRequest request = in(CONFLICT);
        request.edit(WISH);

        assertThatCode(() -> request.submit(List.of(), NOW)).doesNotThrowAnyException();
        assertThat(request.conflicts()).isEmpty();
        assertThat(request.round()).isEqualTo(2);
    }

    private static ChangeRequest in(ChangeStatus status) {
        var opening = new Beginning("customers", ChangeKind.UPDATE, 1, 1, 7L, null, null, null, null, WISH);
        var request = new ChangeRequest(opening, "R20261122-0001", "anna", NOW);
        if (status != DRAFT && status != WITHDRAWN) {
            request.submit(List.of(), NOW);
        }
        switch (status) {
            case RETURNED -> request.sendBack();
            case SCHEDULED -> request.schedule();
            case APPLIED -> request.applied(7, NOW);
            case REJECTED -> request.reject();
            case WITHDRAWN -> request.withdraw();
            case CONFLICT -> request.conflict(List.of("city"));
            default -> {
                // a draft and one in review are there already
            }
        }
        return request;
    }
}

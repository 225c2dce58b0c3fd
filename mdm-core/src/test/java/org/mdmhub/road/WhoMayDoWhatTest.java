package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.ActorMother;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.request.NotYourStep;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything that can be tried on a request, in every status, by everybody: who asked, who wrote into it, who decided on
 * it, and every role in the owning organisation and in another one. What must come of it is written out here once more.
 */
@HubTest
class WhoMayDoWhatTest {

    private static final List<ChangeStatus> ENDED =
            List.of(ChangeStatus.APPLIED, ChangeStatus.REJECTED, ChangeStatus.WITHDRAWN);

    enum Action {
        EDIT,
        SUBMIT,
        APPROVE,
        RETURN,
        REJECT,
        WITHDRAW;
    }

    /** Somebody by what he has to do with the request and by what he is where. */
    enum Person {
        ASKER(Role.REQUESTER),
        ASKER_MADE_LEAD(Role.LEAD),
        AUTHOR(Role.STEWARD),
        DECIDER(Role.STEWARD),
        COLLEAGUE(Role.REQUESTER),
        STEWARD(Role.STEWARD),
        LEAD(Role.LEAD),
        FINANCE(Role.FINANCE),
        SALES_MANAGER(Role.SALES_MANAGER),
        INTEGRATOR(Role.INTEGRATOR),
        AUDITOR(Role.AUDITOR),
        ADMIN(Role.ADMIN),
        REQUESTER_ELSEWHERE(Role.REQUESTER),
        STEWARD_ELSEWHERE(Role.STEWARD);

        private final Role role;

        Person(Role role) {
            this.role = role;
        }

        private boolean seesIt() {
            return this != ADMIN && this != REQUESTER_ELSEWHERE && this != STEWARD_ELSEWHERE;
        }

        private boolean wrote() {
            return this == ASKER || this == ASKER_MADE_LEAD || this == AUTHOR;
        }

        private boolean asks() {
            return role == Role.REQUESTER || role == Role.STEWARD || role == Role.LEAD;
        }

        private boolean takesTheStep() {
            return role == Role.STEWARD || role == Role.LEAD;
        }
    }

    enum Outcome {
        DONE,
        NOT_FOUND,
        NOT_REQUESTER,
        NOT_ALLOWED,
        FOUR_EYES,
        NOT_YOUR_STEP
    }

    @Autowired
    Road road;

    @Autowired
    Office office;

    /** A request and those who had to do with it. */
    private record Staged(UUID id, Actor asker, Actor author, Actor decider) {}

    static Stream<Arguments> everybody_in_every_status() {
        return Stream.of(ChangeStatus.values())
                .flatMap(status -> Stream.of(Person.values()).map(person -> Arguments.of(status, person)));
    }

    @ParameterizedTest(name = "{1} of a request that is {0}")
    @MethodSource
    void everybody_in_every_status(ChangeStatus status, Person person) {
        Staged staged = stage(status);
        for (Action action : Action.values()) {
            Outcome expected = expected(status, person, action);

            Outcome outcome = tried(action, staged.id(), actor(person, staged));

            assertThat(outcome).as(action.name()).isEqualTo(expected);
            if (outcome == Outcome.DONE) {
                staged = stage(status);
            } else {
                assertThat(office.status(staged.id()))
                        .as("after a refused %s", action)
                        .isEqualTo(status);
            }
        }
    }

    /** The table. Who does not see it learns nothing; then comes who he is, then what the status allows. */
    private static Outcome expected(ChangeStatus status, Person person, Action action) {
        if (!person.seesIt()) {
            return Outcome.NOT_FOUND;
        }
        return switch (action) {
            case EDIT ->
                !person.asks()
                        ? Outcome.NOT_REQUESTER
                        : allowed(status, ChangeStatus.DRAFT, ChangeStatus.RETURNED, ChangeStatus.CONFLICT);
            case SUBMIT ->
                !person.wrote() ? Outcome.NOT_REQUESTER : allowed(status, ChangeStatus.DRAFT, ChangeStatus.RETURNED);
            case WITHDRAW ->
                person != Person.ASKER && person != Person.ASKER_MADE_LEAD
                        ? Outcome.NOT_REQUESTER
                        : ENDED.contains(status) ? Outcome.NOT_ALLOWED : Outcome.DONE;
            case APPROVE, RETURN, REJECT -> decision(status, person);
        };
    }

    private static Outcome decision(ChangeStatus status, Person person) {
        if (status == ChangeStatus.APPLIED) {
            return Outcome.NOT_ALLOWED;
        }
        // a decision of a round that ended otherwise than by approval keeps nobody from the next round
        boolean approved = status == ChangeStatus.SCHEDULED || status == ChangeStatus.CONFLICT;
        if (person.wrote() || (person == Person.DECIDER && approved)) {
            return Outcome.FOUR_EYES;
        }
        if (status != ChangeStatus.IN_REVIEW) {
            return Outcome.NOT_ALLOWED;
        }
        return person.takesTheStep() ? Outcome.DONE : Outcome.NOT_YOUR_STEP;
    }

    private static Outcome allowed(ChangeStatus status, ChangeStatus... in) {
        return List.of(in).contains(status) ? Outcome.DONE : Outcome.NOT_ALLOWED;
    }

    private Outcome tried(Action action, UUID id, Actor actor) {
        try {
            switch (action) {
                case EDIT ->
                    road.edit(
                            id,
                            office.request(id).version(),
                            new Edit(fields("website", "edited.example"), null, null, null, null),
                            actor);
                case SUBMIT -> road.submit(id, actor);
                case APPROVE -> road.approve(id, null, List.of(), actor);
                case RETURN -> road.sendBack(id, "mend it", List.of("website"), actor);
                case REJECT -> road.reject(id, null, "no", actor);
                case WITHDRAW -> road.withdraw(id, actor);
            }
            return Outcome.DONE;
        } catch (FourEyes e) {
            return Outcome.FOUR_EYES;
        } catch (NotYourStep e) {
            return Outcome.NOT_YOUR_STEP;
        } catch (NotAllowed e) {
            return Outcome.NOT_ALLOWED;
        } catch (Refused e) {
            return Outcome.valueOf(e.reason().name());
        }
    }

    private Actor actor(Person person, Staged staged) {
        return switch (person) {
            case ASKER -> staged.asker();
            case ASKER_MADE_LEAD -> ActorMother.as(staged.asker(), Role.LEAD, office.allUnits());
            case AUTHOR -> staged.author();
            case DECIDER -> staged.decider();
            case REQUESTER_ELSEWHERE, STEWARD_ELSEWHERE -> ActorMother.actor(person.role, office.unit(Office.SOUTH));
            default -> ActorMother.actor(person.role, office.unit(Office.EAST));
        };
    }

    /** A request in that status: asked by one, written into by another, and decided on by a third where that leads there. */
    private Staged stage(ChangeStatus status) {
        String code = office.customer();
        Actor asker = office.requester();
        Actor author = office.steward();
        Actor decider = office.steward();
        Ask ask = AskMother.update(code, 1, fields("website", "asked.example"));
        Instant from = status == ChangeStatus.SCHEDULED ? Instant.now().plus(Duration.ofDays(1)) : null;
        UUID id = road.ask(AskMother.draft(AskMother.from(from, ask)), asker);
        road.edit(
                id,
                office.request(id).version(),
                new Edit(fields("website", "written.example"), null, null, null, null),
                author);
        if (status == ChangeStatus.WITHDRAWN) {
            road.withdraw(id, asker);
        } else if (status != ChangeStatus.DRAFT) {
            road.submit(id, asker);
            lead(status, id, code, decider);
        }
        assertThat(office.status(id)).as("staged").isEqualTo(status);
        return new Staged(id, asker, author, decider);
    }

    private void lead(ChangeStatus status, UUID id, String code, Actor decider) {
        switch (status) {
            case RETURNED -> road.sendBack(id, "mend it", List.of("website"), decider);
            case REJECTED -> road.reject(id, null, "no", decider);
            case APPLIED, SCHEDULED -> road.approve(id, null, List.of(), decider);
            case CONFLICT -> {
                office.updated(code, fields("website", "moved.example"));
                road.approve(id, null, List.of(), decider);
            }
            default -> {
                // it waits for its decision
            }
        }
    }
}

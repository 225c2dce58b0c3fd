package org.mdmhub.duplicate;

import java.util.Optional;
import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Road;
import org.springframework.stereotype.Component;

/**
 * Somebody's own last decisions undone, for as long as {@link PairDecisions#WINDOW}: the pairs are open again, with what was
 * found of them. A link is undone by withdrawing the request that asks for it.
 */
@Component
public class TakingBack {

    private final PairDecisions decisions;
    private final PairLinks links;
    private final Road road;

    TakingBack(PairDecisions decisions, PairLinks links, Road road) {
        this.decisions = decisions;
        this.links = links;
        this.road = road;
    }

    /**
     * All that was decided in one go.
     *
     * @return how many pairs are open again; none where it is too late or not his
     * @throws RuntimeException of the road, where a link has been decided on by somebody
     */
    public int takeBack(UUID decision, Actor actor) {
        Optional<UUID> request = decisions.holds(decision, actor) ? links.requestOf(decision) : Optional.empty();
        request.ifPresent(id -> road.withdraw(id, actor));
        return request.isPresent() ? 1 : decisions.takeBack(decision, actor);
    }

    /** The same for one pair alone, of whichever decision; false where it is too late, not his, or not dismissed. */
    public boolean reopen(UUID pair, Actor actor) {
        Optional<UUID> request = decisions.of(pair, actor).flatMap(links::requestOf);
        request.ifPresent(id -> road.withdraw(id, actor));
        return request.isPresent() || decisions.reopen(pair, actor);
    }
}

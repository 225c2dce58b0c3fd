package org.mdmhub.web.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.notice.Notices;
import org.mdmhub.notice.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands what is due to its channels, outside any transaction. What was claimed is fenced by its owner: of several nodes
 * one sends it, and one that died leaves it to another.
 */
@Component
public class Deliverer {

    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5));

    private final Outgoing outgoing;
    private final Notices notices;
    private final NoticeChoices wishes;
    private final Wording wording;
    private final GroupChannels groups;
    private final Map<String, Channel> channels;

    Deliverer(
            Outgoing outgoing,
            Notices notices,
            NoticeChoices wishes,
            Wording wording,
            GroupChannels groups,
            List<Channel> channels) {
        this.outgoing = outgoing;
        this.notices = notices;
        this.wishes = wishes;
        this.wording = wording;
        this.groups = groups;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    }

    /** Sends what is due, for a few seconds; the rest waits for the next run. */
    public void run() {
        outgoing.recover(channels.values().stream()
                .filter(Channel::repeats)
                .map(Channel::name)
                .toList());
        List<String> ready = channels.values().stream()
                .filter(Channel::ready)
                .map(Channel::name)
                .toList();
        long until = System.nanoTime() + TURN.toNanos();
        boolean worked = true;
        while (worked && System.nanoTime() < until) {
            worked = false;
            for (Outgoing.Turn turn : outgoing.turns(ready)) {
                worked |= one(turn);
            }
        }
    }

    private boolean one(Outgoing.Turn turn) {
        Channel channel = channels.get(turn.carrier());
        if (channel == null || !outgoing.take(turn.turn(), channel.apart())) {
            return false;
        }
        UUID owner = UUID.randomUUID();
        List<Outgoing.Item> claimed = outgoing.claim(turn.turn(), owner);
        if (claimed.isEmpty()) {
            return false;
        }
        Outcome outcome = sent(channel, claimed, owner);
        note(channel, turn, claimed.get(0), owner, outcome);
        return true;
    }

    private Outcome sent(Channel channel, List<Outgoing.Item> claimed, UUID owner) {
        Outgoing.Item first = claimed.get(0);
        try {
            return first.login() == null
                    ? toGroup(channel, first, owner)
                    : toPerson(channel, claimed, first.login(), owner);
        } catch (RuntimeException e) {
            log.error("a notice failed on its way by {}", channel.name(), e);
            return new Outcome.Unknown("failed inside the hub");
        }
    }

    private Outcome toPerson(Channel channel, List<Outgoing.Item> claimed, String login, UUID owner) {
        Locale language = Wording.language(wishes.language(login).orElse(null));
        List<Letter.Line> lines = new ArrayList<>();
        Instant at = Instant.now();
        for (Outgoing.Item item : claimed) {
            Optional<Letter.Line> line = notices.find(item.notice()).flatMap(told -> wording.forPerson(told, language));
            line.ifPresentOrElse(lines::add, () -> outgoing.drop(item.id(), owner));
        }
        String mail = wishes.person(login).mail();
        if (mail == null || lines.isEmpty()) {
            return new Outcome.Refused("nobody to be told, or nothing to tell");
        }
        Letter letter = new Letter(
                claimed.get(0).id().toString(), at, wording.subject(lines, language), lines, wording.foot(language));
        return channel.send(letter, new Address(mail, List.of(), false));
    }

    private Outcome toGroup(Channel channel, Outgoing.Item item, UUID owner) {
        GroupChannels.Group group = groups.find(item.group() == null ? 0 : item.group())
                .filter(GroupChannels.Group::active)
                .orElse(null);
        Told told = notices.find(item.notice()).orElse(null);
        if (group == null || told == null) {
            outgoing.drop(item.id(), owner);
            return new Outcome.Refused("switched off");
        }
        Locale language = Wording.language(group.language());
        Letter.Line line = wording.forGroup(told, group.unit(), language).orElse(null);
        Address address = groups.address(group).orElse(null);
        if (line == null || address == null) {
            outgoing.drop(item.id(), owner);
            return new Outcome.Refused("nothing to tell");
        }
        Letter letter = new Letter(
                item.id().toString(), told.at(), wording.subject(List.of(line), language), List.of(line), "");
        return channel.send(letter, address);
    }

    private void note(Channel channel, Outgoing.Turn turn, Outgoing.Item item, UUID owner, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            outgoing.end(owner, "DONE", "");
        } else if (outcome instanceof Outcome.Refused refused) {
            outgoing.end(owner, "FAILED", refused.why());
            Integer group = item.group();
            if (group != null && refused.why().equals("HTTP 410")) {
                groups.activate(group, false);
            }
        } else if (outcome instanceof Outcome.Later later) {
            outgoing.rest(turn.turn(), later.rest());
            outgoing.again(owner, later.rest().isZero() ? WAITS.get(1) : later.rest(), later.why(), false);
        } else if (channel.repeats() && item.attempts() <= WAITS.size()) {
            outgoing.again(owner, WAITS.get(item.attempts() - 1), outcome.why(), true);
        } else {
            outgoing.end(owner, "UNKNOWN", outcome.why());
        }
    }
}

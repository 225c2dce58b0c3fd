package org.mdmhub.web.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mdmhub.notice.NoticeChoices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.TestMessages;
import org.springframework.stereotype.Component;

/** Test messages by the same channels as notices; to one address not more often than every few seconds. */
@Component
class ChannelTests implements TestMessages {

    private static final Duration APART = Duration.ofSeconds(10);

    private final Map<String, Channel> channels;
    private final GroupChannels groups;
    private final NoticeChoices wishes;
    private final Outgoing outgoing;
    private final Wording wording;

    ChannelTests(
            List<Channel> channels, GroupChannels groups, NoticeChoices wishes, Outgoing outgoing, Wording wording) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.groups = groups;
        this.wishes = wishes;
        this.outgoing = outgoing;
        this.wording = wording;
    }

    @Override
    public Optional<Sent> toGroup(int channel) {
        return groups.find(channel)
                .map(group -> send(
                        group.carrier().toLowerCase(Locale.ROOT),
                        "group:" + group.id(),
                        groups.address(group),
                        Wording.language(group.language())));
    }

    @Override
    public Sent toOwnMail(Actor who) {
        return send(
                "mail",
                "test:" + who.login(),
                Optional.ofNullable(wishes.person(who.login()).mail()).map(mail -> new Address(mail, List.of(), false)),
                Wording.language(wishes.language(who.login()).orElse(null)));
    }

    private Sent send(String carrier, String turn, Optional<Address> to, Locale language) {
        Channel channel = channels.get(carrier);
        if (channel == null || !channel.ready() || to.isEmpty()) {
            return new Sent(State.NOWHERE, "");
        }
        Duration apart = channel.apart().compareTo(APART) > 0 ? channel.apart() : APART;
        if (!outgoing.take(turn, apart)) {
            return new Sent(State.TOO_SOON, "");
        }
        Letter.Line line = wording.test(language);
        Letter letter = new Letter(
                UUID.randomUUID().toString(),
                Instant.now(),
                wording.subject(List.of(line), language),
                List.of(line),
                "");
        Outcome outcome = channel.send(letter, to.get());
        return new Sent(state(outcome), outcome.why());
    }

    private static State state(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return State.DONE;
        }
        if (outcome instanceof Outcome.Refused) {
            return State.REFUSED;
        }
        return outcome instanceof Outcome.Later ? State.LATER : State.UNKNOWN;
    }
}

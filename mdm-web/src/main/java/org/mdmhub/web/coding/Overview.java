package org.mdmhub.web.coding;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.coding.CodingScheme;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Schemes;
import org.mdmhub.coding.Simulations;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** All coding schemes, each with its next code and what is left of it. */
@Component
class Overview {

    private final MasterTypes types;
    private final Schemes schemes;
    private final Simulations simulations;
    private final Previews previews;
    private final Builders builders;
    private final SchemeHistory history;
    private final Texts texts;

    Overview(
            MasterTypes types,
            Schemes schemes,
            Simulations simulations,
            Previews previews,
            Builders builders,
            SchemeHistory history,
            Texts texts) {
        this.types = types;
        this.schemes = schemes;
        this.simulations = simulations;
        this.previews = previews;
        this.builders = builders;
        this.history = history;
        this.texts = texts;
    }

    record View(Table table, boolean mayAsk) {}

    View of(Actor reader) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String type : types.keys()) {
            for (SchemeKey key : schemes.keys(type)) {
                schemes.newest(key).ifPresent(scheme -> rows.add(row(scheme, reader)));
            }
        }
        List<String> heads = List.of(
                texts.of("coding.scheme"),
                texts.of("coding.next"),
                texts.of("coding.capacity"),
                texts.of("coding.version"),
                texts.of("coding.state"));
        return new View(new Table(texts.of("coding.title"), heads, rows), reader.may(Right.DEFINE));
    }

    private List<Cell> row(CodingScheme scheme, Actor reader) {
        SchemeKey key = scheme.key();
        Simulations.Outcome outcome =
                simulations.of(key, scheme.content().values(), "", simulations.sample(key, reader.units()));
        String href = UriComponentsBuilder.fromPath("/standard/coding-schemes")
                .queryParam("key", "{key}")
                .encode()
                .buildAndExpand(key)
                .toUriString();
        return List.of(
                Cell.name(builders.title(key), href),
                Cell.code(outcome.nextCodes().stream().findFirst().orElse(""), null),
                Cell.text(previews.left(outcome)),
                Cell.number(String.valueOf(scheme.version())),
                history.waits(key)
                        ? Cell.state("IN_REVIEW", texts.of("coding.state.waits"))
                        : history.state(scheme, schemes.versions(key)));
    }
}

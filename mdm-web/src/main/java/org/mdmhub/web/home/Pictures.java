package org.mdmhub.web.home;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.home.Charts.Figure;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Figures as pictures in the reader's language, each with the table behind it. */
@Component
public class Pictures {

    private final Texts texts;

    Pictures(Texts texts) {
        this.texts = texts;
    }

    /** A whole number as it is written. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(number);
    }

    /** Figures below one another. */
    public Picture rows(String title, String words, List<Figure> figures) {
        List<List<Cell>> rows = figures.stream()
                .map(figure -> List.of(Cell.text(figure.label()), Cell.number(number(figure.value()))))
                .toList();
        List<String> heads = List.of(texts.of("home.what"), texts.of("home.count"));
        return new Picture(
                title, words, Charts.rows(figures, Pictures::number), List.of(), new Table(title, heads, rows));
    }

    /**
     * Columns over time and, where there are any, another figure as a line.
     *
     * @param legend what columns and line are, one word for each
     */
    public Picture times(
            String title,
            String words,
            List<Figure> columns,
            List<Long> line,
            List<String> legend,
            LongFunction<String> said) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            Figure column = columns.get(i);
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.text(column.label()), Cell.number(said.apply(column.value()))));
            if (!line.isEmpty()) {
                row.add(Cell.number(said.apply(line.get(i))));
            }
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(texts.of("home.when")));
        heads.addAll(legend);
        return new Picture(
                title,
                words,
                Charts.times(columns, line, said),
                line.isEmpty() ? List.of() : legend,
                new Table(title, heads, rows));
    }
}

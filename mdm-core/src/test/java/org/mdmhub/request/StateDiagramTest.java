package org.mdmhub.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page on the states of a change request is drawn from the table by which {@link ChangeStatusTest} tries every verb in
 * every status. After a change of that table write it anew with {@code -Dmdm.docs=write}.
 */
class StateDiagramTest {

    private static final Path PAGE = Path.of("..", "docs", "change-request.md");

    @Test
    void the_page_shows_what_the_program_does() throws IOException {
        String drawn = page();
        if ("write".equals(System.getProperty("mdm.docs"))) {
            Files.writeString(PAGE, drawn);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(drawn);
    }

    private static String page() {
        return """
                # The states of a change request

                Drawn by `StateDiagramTest` from the table by which the tests try every verb in every status.

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                %s%s```

                What leaves the state as it is: %s.
                """.formatted(
                Stream.of(ChangeStatusTest.Verb.values())
                        .filter(verb -> verb.leadsTo != null)
                        .flatMap(verb -> inOrder(verb.allowedIn)
                                .map(from -> "    " + from + " --> " + verb.leadsTo + ": " + words(verb) + "\n"))
                        .collect(Collectors.joining()),
                Stream.of(ChangeStatus.values())
                        .filter(status -> !status.open())
                        .map(status -> "    " + status + " --> [*]\n")
                        .collect(Collectors.joining()),
                Stream.of(ChangeStatusTest.Verb.values())
                        .filter(verb -> verb.leadsTo == null)
                        .map(verb -> words(verb) + " (in "
                                + inOrder(verb.allowedIn)
                                        .map(ChangeStatus::name)
                                        .collect(Collectors.joining(", ")) + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static Stream<ChangeStatus> inOrder(Set<ChangeStatus> some) {
        return Stream.of(ChangeStatus.values()).filter(some::contains);
    }

    private static String words(ChangeStatusTest.Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

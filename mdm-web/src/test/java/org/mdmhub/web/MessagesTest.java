package org.mdmhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.sync.delivery.Lane;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that is said is said in both languages, and nothing is translated that nobody says. */
@WebTest
class MessagesTest {

    private static final Map<String, String> ENGLISH = Sources.messages("messages.properties");
    private static final Map<String, String> CHINESE = Sources.messages("messages_zh_CN.properties");
    private static final Set<String> PUT_TOGETHER = Set.of("finding.", "problem.", "field.", "status.", "kind.");

    @Autowired
    private MasterTypes types;

    @Test
    void both_languages_have_the_same_messages() {
        assertThat(CHINESE.keySet()).containsExactlyElementsOf(ENGLISH.keySet());
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        assertThat(CHINESE)
                .allSatisfy((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(ENGLISH.get(key))));
    }

    @Test
    void no_message_is_empty() {
        assertThat(ENGLISH.values()).noneMatch(String::isBlank);
        assertThat(CHINESE.values()).noneMatch(String::isBlank);
    }

    @Test
    void no_message_goes_unsaid() {
        String said = everything();
        Set<String> prefixes = found(said, "['\"]([a-z][\\w.-]*\\.)['\"] \\+");
        prefixes.addAll(PUT_TOGETHER);
        Set<String> names = found(said, "[\"'{]([a-z][\\w-]*(?:\\.[\\w-]+)+)[\"'}(]");
        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> !names.contains(key))
                        .filter(key -> prefixes.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void every_message_that_a_template_names_is_there() {
        String templates = String.join("\n", Sources.templates().values());
        assertThat(ENGLISH.keySet()).containsAll(found(templates, "#\\{([a-z][\\w.-]*)[}(]"));
    }

    @Test
    void every_finding_has_its_words() {
        assertThat(found(
                        everything(),
                        "(?:Finding\\.error|Finding\\.warning|[dm]\\.invalid)\\(\\s*[^,;]*?,\\s*\"(\\w+)\""))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(ENGLISH).containsKey("finding." + code));
    }

    @Test
    void every_problem_has_its_words() {
        assertThat(found(everything(), "HttpStatus\\.\\w+,\\s*\"(\\w+)\""))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(ENGLISH).containsKeys("problem." + code, "problem." + code + ".detail"));
    }

    @Test
    void every_field_of_every_kind_of_master_has_its_label() {
        Stream<String> labels = types.keys().stream()
                .flatMap(type -> types.fields(type).stream()
                        .filter(field -> !field.key().startsWith("x_"))
                        .flatMap(field -> labels("field." + type + "." + field.key(), field)));
        assertThat(ENGLISH.keySet()).containsAll(labels.toList());
    }

    @Test
    void every_choice_and_every_group_has_its_words() {
        assertThat(ENGLISH.keySet())
                .containsAll(types.keys().stream()
                        .flatMap(type -> types.fields(type).stream())
                        .flatMap(MessagesTest::choicesAndGroup)
                        .toList());
    }

    @Test
    void every_state_has_its_words() {
        assertThat(ENGLISH.keySet())
                .containsAll(words("status.", ChangeStatus.values()))
                .containsAll(words("kind.", ChangeKind.values()))
                .containsAll(words("state.", RecordStatus.values()))
                .containsAll(words("lane.", Lane.State.values()))
                .containsAll(words("role.", Role.values()));
    }

    private static Stream<String> labels(String key, Field<MasterRecord> field) {
        return Stream.concat(Stream.of(key), field.items().stream().map(item -> key + "." + item.key()));
    }

    private static Stream<String> choicesAndGroup(Field<MasterRecord> field) {
        Stream<String> own = field.choices().stream().map(choice -> "choice." + field.key() + "." + choice);
        Stream<String> items = field.items().stream()
                .flatMap(item -> item.choices().stream().map(choice -> "choice." + item.key() + "." + choice));
        Stream<String> group = field.items().isEmpty() ? Stream.of("group." + field.group()) : Stream.of();
        return Stream.of(own, items, group).flatMap(words -> words);
    }

    private static Set<String> words(String prefix, Enum<?>[] states) {
        return Stream.of(states).map(state -> prefix + state.name()).collect(Collectors.toSet());
    }

    private static Set<String> places(String text) {
        return found(text, "\\{(\\d)}");
    }

    private static String everything() {
        return Stream.of(Sources.templates(), Sources.programs())
                .flatMap(files -> files.values().stream())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.mdmhub.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.databind.json.JsonMapper;

class SessionTextTest {

    private final SessionText text = new SessionText(JsonMapper.builder().build());

    /** As a feature may hand one to its next page. */
    record Form(UUID id, List<String> fields) {}

    private FlashMap through(FlashMap flash) {
        Object read = text.read(text.write(new ArrayList<>(List.of(flash))));
        return (FlashMap) ((List<?>) read).get(0);
    }

    @Test
    void text_comes_back_as_it_was() {
        assertThat(text.read(text.write("李伟 \"quoted\""))).isEqualTo("李伟 \"quoted\"");
    }

    @Test
    void what_one_page_hands_to_the_next_comes_back_with_its_address() {
        Form form = new Form(UUID.randomUUID(), List.of("name", "phone"));
        FlashMap flash = new FlashMap();
        flash.setTargetRequestPath("/inbox/1");
        flash.addTargetRequestParam("tab", "mine");
        flash.setExpirationTime(123);
        flash.put("note", "done");
        flash.put("count", 7);
        flash.put("swap", true);
        flash.put("form", form);
        flash.put("state", Thread.State.NEW.name());
        flash.put("forms", List.of(form, form));
        flash.put("byName", Map.of("one", form));
        FlashMap read = through(flash);
        assertThat(Map.copyOf(read)).isEqualTo(Map.copyOf(flash));
        assertThat(read.getTargetRequestPath()).isEqualTo("/inbox/1");
        assertThat(read.getTargetRequestParams()).isEqualTo(flash.getTargetRequestParams());
        assertThat(read.getExpirationTime()).isEqualTo(123);
    }

    @Test
    void nothing_else_is_kept() {
        assertThatThrownBy(() -> text.write(new Thread())).isInstanceOf(IllegalStateException.class);
        FlashMap flash = new FlashMap();
        flash.put("foreign", new StringBuilder("x"));
        assertThatThrownBy(() -> text.write(List.of(flash))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_class_that_is_none_of_ours_is_never_made() {
        String planted = "[{\"path\":null,\"until\":-1,\"params\":{},\"values\":{"
                + "\"a\":{\"type\":\"java.io.File\",\"value\":\"/\"},"
                + "\"b\":{\"type\":\"org.mdmhub.MdmHub\",\"value\":{}},"
                + "\"c\":{\"type\":\"org.mdmhub.gone.Form\",\"value\":{}}}}]";
        List<?> read = (List<?>) text.read(planted.getBytes(StandardCharsets.UTF_8));
        assertThat(((FlashMap) read.get(0)).keySet()).isEmpty();
    }
}

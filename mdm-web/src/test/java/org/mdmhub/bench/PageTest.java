package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Page.Material MATERIAL =
            new Page.Material(List.of("C000000011"), List.of("7c0e"), List.of("苏州瑞恒精密轴承有限公司", "Nord & Söhne GmbH"));

    @Test
    void sooner_or_later_everybody_opens_everything() {
        Random random = new Random(1);
        Set<Page> opened = EnumSet.noneOf(Page.class);
        for (int i = 0; i < 1000; i++) {
            opened.add(Page.any(random));
        }
        assertThat(opened).containsExactlyInAnyOrder(Page.values());
    }

    @Test
    void what_is_typed_makes_an_address() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            for (Page page : Page.values()) {
                assertThat(URI.create(page.path(MATERIAL, random)).getPath()).startsWith("/");
            }
        }
    }

    @Test
    void a_fragment_has_half_the_time_of_a_page() {
        assertThat(Page.LIST.aimMs()).isEqualTo(2 * Page.SEARCH.aimMs());
    }
}

package org.mdmhub.web.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Categories;
import org.mdmhub.category.Category;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A small tree of product categories, laid down as people lay one down: asked for by a lead, approved by the other. */
@Component
@Profile("demo")
class DemoCategories {

    private static final String TYPE = "products";

    private final Road road;
    private final Categories categories;
    private final DemoPeople people;
    private final JsonMapper json;

    DemoCategories(Road road, Categories categories, DemoPeople people, JsonMapper json) {
        this.road = road;
        this.categories = categories;
        this.people = people;
        this.json = json;
    }

    void load() {
        Sheet.read("categories").stream()
                .filter(row -> categories.tree(TYPE).find(row.get("code")).isEmpty())
                .forEach(this::lay);
    }

    private void lay(CSVRecord row) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("type", TYPE);
        row.toMap().forEach((column, text) -> {
            if (!column.equals("code") && !text.isEmpty()) {
                content.put(column, column.equals("attributes") ? attributes(text) : text);
            }
        });
        String key = Category.key(TYPE, row.get("code"));
        Ask ask = Ask.setting("categories", ChangeKind.CREATE, key, null, content, "产品分类树初始化");
        UUID id = road.ask(ask, people.actor("lead"));
        road.approve(id, null, List.of(), people.actor("lead2"));
    }

    private List<Map<String, Object>> attributes(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}

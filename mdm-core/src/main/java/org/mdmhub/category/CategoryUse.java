package org.mdmhub.category;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which masters stand under a category. A merged one stands nowhere any more. */
@Component
public class CategoryUse {

    private static final String PRODUCTS = "select r.code from record r join product p on p.id = r.id"
            + " where p.category = ? and r.status <> 'MERGED' order by r.id desc limit ?";
    private static final String CUSTOMERS = "select r.code from record r join customer c on c.id = r.id"
            + " where c.customer_category = ? and r.status <> 'MERGED' order by r.id desc limit ?";
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;

    CategoryUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes of those that the reader may see, the newest first. */
    public List<String> newest(String type, String category, int limit) {
        return type.equals("products")
                ? jdbc.sql(PRODUCTS).params(category, limit).query(String.class).list()
                : jdbc.sql(CUSTOMERS)
                        .params(category, limit)
                        .query(String.class)
                        .list();
    }

    /** How many there are, 10,000 at most, in the scope that holds. */
    long count(String type, String category) {
        return newest(type, category, MOST).size();
    }
}

package org.mdmhub.reference;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.reference.CodeTable.StoredAs;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an empty hub the code tables that come with the program. What a lead has loaded since is left alone. */
@Component
class ShippedCodes implements SmartInitializingSingleton {

    private static final String FOLDER = "/reference/tables/";

    private final EntityManager entities;
    private final CodeLoads loads;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShippedCodes(EntityManager entities, CodeLoads loads, JdbcClient jdbc, TransactionTemplate transaction) {
        this.entities = entities;
        this.loads = loads;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ChangeReason.setUp("reference data that comes with the program")
                .during(() -> transaction.executeWithoutResult(status -> {
                    // two nodes may start at once on an empty database
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('code tables'))")
                            .query()
                            .singleRow();
                    CodeSheet.read(resource("tables"), "table").rows().forEach(this::ship);
                }));
    }

    private void ship(CodeSheet.Row row) {
        String name = text(row, "table");
        if (entities.find(CodeTable.class, name) == null) {
            entities.persist(new CodeTable(
                    name,
                    text(row, "label"),
                    text(row, "labelZh"),
                    StoredAs.valueOf(text(row, "storedAs")),
                    text(row, "source")));
            entities.flush();
            LoadPlan plan = loads.apply(name, sheet(name), false, LocalDate.now(ZoneOffset.UTC));
            if (!plan.isGood()) {
                throw new IllegalStateException(name + ".csv of the program cannot be loaded: " + plan.wrong());
            }
        }
    }

    private static CodeSheet sheet(String name) {
        return switch (name) {
            case "countries" -> Registries.countries();
            case "currencies" -> Registries.currencies();
            default -> CodeSheet.read(resource(name));
        };
    }

    private static String text(CodeSheet.Row row, String header) {
        return Objects.requireNonNull(row.cell(header), header);
    }

    private static byte[] resource(String name) {
        String path = FOLDER + name + ".csv";
        try (InputStream in = Objects.requireNonNull(ShippedCodes.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}

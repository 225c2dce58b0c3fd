package org.mdmhub.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.mdmhub.coding.Birth;
import org.mdmhub.coding.Codes;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.Proposal;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The hub's domain without its face, in a process of its own that is killed and started again: takes codes from many
 * threads until there are enough, rolls one in ten back, and notes each code once its transaction is committed.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "org.mdmhub")
@ComponentScan(
        basePackages = "org.mdmhub",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.mdmhub\\.(web\\.|sync\\.|bench\\.|MdmHub).*"))
public class CodesWorker {

    static final String ACKNOWLEDGED = "acknowledged";
    static final String ROLLED_BACK = "rolled-back";
    /** Each line of the list of acknowledged codes is as long: a code of ten characters. */
    static final int LINE = 11;

    private static final int ROLLBACK_PERCENT = 10;
    private static final int PERCENT = 100;
    private static final List<String> CUSTOMERS = List.of("LEGAL_ENTITY", "BRANCH", "SITE");
    private static final List<String> PRODUCTS = List.of("PURCHASED", "MADE");

    private final Codes codes;
    private final TransactionTemplate transactions;
    private final OutputStream acknowledged;
    private final OutputStream rolledBack;
    private final long before;

    private CodesWorker(Codes codes, PlatformTransactionManager manager, Path folder) throws IOException {
        this.codes = codes;
        this.transactions = new TransactionTemplate(manager);
        this.acknowledged = appending(folder.resolve(ACKNOWLEDGED));
        this.rolledBack = appending(folder.resolve(ROLLED_BACK));
        this.before = Files.size(folder.resolve(ACKNOWLEDGED));
    }

    private static OutputStream appending(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One of the five scopes: gapless ones of customers, fast ones of products. */
    record Place(String type, Birth birth) {}

    static Place place(int number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        boolean customer = number < CUSTOMERS.size();
        String field = customer ? "accountGroup" : "materialType";
        String group = customer ? CUSTOMERS.get(number) : PRODUCTS.get(number - CUSTOMERS.size());
        return new Place(
                customer ? "customers" : "products",
                new Birth("GROUP", FieldValues.of(Map.of(field, group)), now, null));
    }

    static int places() {
        return CUSTOMERS.size() + PRODUCTS.size();
    }

    /** @param words folder, threads, codes, seed, seconds of each rate */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        int threads = Integer.parseInt(words[1]);
        long wanted = Long.parseLong(words[2]);
        long seed = Long.parseLong(words[3]);
        try (var context = start(folder, threads)) {
            prepare(context, folder);
            CodesWorker worker = new CodesWorker(
                    context.getBean(Codes.class), context.getBean(PlatformTransactionManager.class), folder);
            worker.work(threads, wanted, seed);
            CodesProof.write(context, folder);
            CodesRace.write(context, folder, threads, Integer.parseInt(words[4]));
        }
    }

    private static ConfigurableApplicationContext start(Path folder, int threads) {
        return new SpringApplicationBuilder(CodesWorker.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "mdm.database.folder", folder.resolve("data").toString(),
                        "mdm.data", folder.resolve("data").toString(),
                        "spring.datasource.hikari.maximum-pool-size", threads + 4,
                        "spring.main.banner-mode", "off",
                        "spring.jpa.open-in-view", "false",
                        "db-scheduler.enabled", "false",
                        "logging.level.root", "warn"))
                .run();
    }

    static Connection owner(Path folder) throws IOException, SQLException {
        Path file = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
        String port = Files.readAllLines(file).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/mdm", "mdm_owner", "");
    }

    /** Once: a record that all codes are entered for, tables to compare with, and schemes with a counter a kind. */
    private static void prepare(ConfigurableApplicationContext context, Path folder) throws Exception {
        try (Connection owner = owner(folder);
                var statement = owner.createStatement();
                var script = CodesWorker.class.getResourceAsStream("/bench/codes.sql")) {
            if (script == null) {
                throw new IOException("bench/codes.sql is missing");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        Proposal schemes = context.getBeansOfType(Proposal.class).values().stream()
                .filter(proposal -> proposal.type().equals("coding-schemes"))
                .findFirst()
                .orElseThrow();
        lay(context, schemes, "customers", scheme("C", "accountGroup", CUSTOMERS, "GAPLESS"));
        lay(context, schemes, "products", scheme("P", "materialType", PRODUCTS, "FAST"));
    }

    private static void lay(ConfigurableApplicationContext context, Proposal schemes, String key, FieldValues content) {
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        ChangeReason.setUp("benchmark")
                .during(() -> Scope.system("bench", () -> {
                    transaction.executeWithoutResult(status -> {
                        if (schemes.version(key) == 1) {
                            schemes.apply(key, content, Instant.now());
                        }
                    });
                }));
    }

    private static FieldValues scheme(String letter, String field, List<String> values, String issuing) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        values.forEach(value -> map.put(value, value.substring(0, 1)));
        return FieldValues.of(Map.of(
                "issuing",
                issuing,
                "segments",
                List.of(
                        Map.of("kind", "LITERAL", "value", letter),
                        Map.of("kind", "FIELD", "field", field, "map", map),
                        Map.of("kind", "SEQUENCE", "length", 7, "scope", List.of(field)),
                        Map.of("kind", "CHECK", "algorithm", "ISO7064_MOD_11_10"))));
    }

    private void work(int threads, long wanted, long seed) throws Exception {
        AtomicLong done = new AtomicLong(before / LINE);
        Callable<Void> one = () -> {
            Random random =
                    new Random(seed + done.get() + Thread.currentThread().getId());
            while (done.get() < wanted) {
                Place place = place(random.nextInt(places()));
                boolean back = random.nextInt(PERCENT) < ROLLBACK_PERCENT;
                String code = Scope.system("bench", () -> issued(place, back));
                note(code, back);
                done.addAndGet(back ? 0 : 1);
            }
            return null;
        };
        together(threads, one);
    }

    static void together(int threads, Callable<Void> one) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> each : pool.invokeAll(java.util.Collections.nCopies(threads, one))) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** One transaction as the road makes it at the end: take the code, enter it. */
    private String issued(Place place, boolean back) {
        return Objects.requireNonNull(transactions.<String>execute(status -> {
            Codes.Taken taken = codes.take(place.type(), place.birth());
            codes.enter(
                    taken, place.type(), 1, "bench", "benchmark", place.birth().at());
            if (back) {
                status.setRollbackOnly();
            }
            return taken.code();
        }));
    }

    private synchronized void note(String code, boolean back) throws IOException {
        (back ? rolledBack : acknowledged).write((code + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}

package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.mdmhub.coding.Codes;
import org.mdmhub.organisation.Scope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Codes a second: the hub's beside a bare counter row and a bare sequence, same threads, one insert and commit each. */
final class CodesRace {

    static final String FILE = "race.json";

    private static final int GAPLESS = 3;
    private static final int FAST = 2;

    private final JdbcClient jdbc;
    private final Codes codes;
    private final TransactionTemplate transactions;
    private final int threads;
    private final int seconds;

    private CodesRace(ConfigurableApplicationContext context, int threads, int seconds) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.codes = context.getBean(Codes.class);
        this.transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.threads = threads;
        this.seconds = seconds;
    }

    /** How fast one way of taking numbers is. */
    record Rate(String way, int scopes, double perSecond) {}

    static void write(ConfigurableApplicationContext context, Path folder, int threads, int seconds) throws Exception {
        CodesRace race = new CodesRace(context, threads, seconds);
        List<Rate> rates = List.of(
                race.rate("hub, gapless", 1, scope -> race.hub(0)),
                race.rate("hub, gapless", GAPLESS, race::hub),
                race.rate("hub, fast", 1, scope -> race.hub(GAPLESS)),
                race.rate("hub, fast", FAST, scope -> race.hub(GAPLESS + scope)),
                race.rate("bare counter row", 1, race::counter),
                race.rate("bare counter row", GAPLESS, race::counter),
                race.rate("bare sequence", 1, race::sequence));
        Files.writeString(folder.resolve(FILE), JsonMapper.builder().build().writeValueAsString(rates));
    }

    private Rate rate(String way, int scopes, IntConsumer one) throws Exception {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        CodesWorker.together(threads, () -> {
            while (System.nanoTime() < end) {
                int scope = ThreadLocalRandom.current().nextInt(scopes);
                Scope.system("bench", () -> transactions.executeWithoutResult(status -> one.accept(scope)));
                done.incrementAndGet();
            }
            return null;
        });
        return new Rate(way, scopes, done.get() / ((System.nanoTime() - begin) / 1e9));
    }

    private void hub(int number) {
        CodesWorker.Place place = CodesWorker.place(number);
        Codes.Taken taken = codes.take(place.type(), place.birth());
        codes.enter(taken, place.type(), 1, "bench", "benchmark", place.birth().at());
    }

    private void counter(int scope) {
        long number = jdbc.sql("update bench_counter set next = next + 1 where scope = ? returning next - 1")
                .param(scope)
                .query(Long.class)
                .single();
        enter(scope, number);
    }

    private void sequence(int scope) {
        long number =
                jdbc.sql("select nextval('bench_sequence')").query(Long.class).single();
        enter(-1 - scope, number);
    }

    private void enter(int scope, long number) {
        jdbc.sql("insert into bench_code (scope, number) values (?, ?)")
                .params(scope, number)
                .update();
    }

    static List<Rate> read(Path folder) throws IOException {
        ArrayNode rates = (ArrayNode) JsonMapper.builder().build().readTree(Files.readString(folder.resolve(FILE)));
        return rates.valueStream()
                .map(rate -> new Rate(
                        rate.get("way").asString(),
                        rate.get("scopes").asInt(),
                        rate.get("perSecond").asDouble()))
                .toList();
    }
}

package org.mdmhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.coding.Gaps;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is true of the ledger after all kills.
 *
 * @param acknowledged codes whose transaction was committed as far as the worker learnt
 * @param inLedger codes in the ledger: also those whose worker was killed before it learnt of the commit
 * @param rolledBack transactions that were rolled back on purpose
 * @param duplicates codes that were acknowledged twice
 * @param lost codes that were acknowledged and are not in the ledger
 * @param unexplained numbers that nobody can explain
 * @param gaps numbers without a code in gapless scopes
 * @param inBlocks numbers of fast scopes that stand in open blocks and come yet
 */
record CodesProof(
        long acknowledged,
        long inLedger,
        long rolledBack,
        long duplicates,
        long lost,
        long unexplained,
        long gaps,
        long inBlocks,
        int scopes) {

    static final String FILE = "proof.json";

    boolean held() {
        return duplicates + lost + unexplained + gaps == 0 && inLedger >= acknowledged;
    }

    static void write(ConfigurableApplicationContext context, Path folder) throws IOException {
        List<String> acknowledged = Files.readAllLines(folder.resolve(CodesWorker.ACKNOWLEDGED));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> ledger = jdbc.sql("select code from issued_code where state = 'ISSUED'")
                .query(String.class)
                .list();
        Set<String> known = new HashSet<>(ledger);
        Set<String> once = new HashSet<>(acknowledged);
        List<Gaps.Counter> counters = new ArrayList<>();
        Gaps gaps = context.getBean(Gaps.class);
        counters.addAll(gaps.of("customers"));
        counters.addAll(gaps.of("products"));
        counters.removeIf(counter -> counter.scope().isEmpty());
        CodesProof proof = new CodesProof(
                acknowledged.size(),
                ledger.size(),
                Files.size(folder.resolve(CodesWorker.ROLLED_BACK)) / CodesWorker.LINE,
                (long) acknowledged.size() - once.size() + ledger.size() - known.size(),
                once.stream().filter(code -> !known.contains(code)).count(),
                counters.stream().mapToLong(Gaps.Counter::unexplained).sum(),
                counters.stream()
                        .filter(counter -> counter.scheme().equals("customers"))
                        .mapToLong(counter -> counter.next() - 1 - counter.issued())
                        .sum(),
                counters.stream()
                        .filter(counter -> counter.scheme().equals("products"))
                        .mapToLong(counter -> counter.next() - 1 - counter.issued())
                        .sum(),
                counters.size());
        Files.writeString(folder.resolve(FILE), JsonMapper.builder().build().writeValueAsString(proof));
    }

    static CodesProof read(Path folder) throws IOException {
        return JsonMapper.builder().build().readValue(Files.readString(folder.resolve(FILE)), CodesProof.class);
    }
}

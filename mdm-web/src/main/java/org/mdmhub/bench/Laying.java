package org.mdmhub.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays customers into the database of a running hub as the road would have left them, by the owner of the schema: the road
 * itself takes hours for as many. What the road computes (search terms, match keys) the hub's own code computes here.
 */
final class Laying implements AutoCloseable {

    private static final int BATCH = 5000;
    // an index that is built at the end is built quicker and better than one that grows
    private static final List<String> LATE = List.of("search_term_part", "match_key_subject");

    private final Connection owner;
    private final Statement statement;

    /** @param database JDBC address of the hub's database, where its owner needs no password */
    Laying(String database) throws SQLException {
        String quick = (database.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&stringtype=unspecified";
        owner = DriverManager.getConnection(database + quick, "mdm_owner", "");
        statement = owner.createStatement();
        statement.execute("set mdm.scope = 'system:bench'; set synchronous_commit = off;"
                + " set maintenance_work_mem = '256MB'; set work_mem = '64MB'");
    }

    /** @param data folder of a running hub with a PostgreSQL of its own */
    static Laying on(Path data) throws IOException, SQLException {
        return new Laying(address(data));
    }

    static String address(Path data) throws IOException {
        // the fourth line is the port
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/mdm";
    }

    int customers() throws SQLException {
        return (int) number("select count(*) from customer");
    }

    private long number(String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Lays so many customers, and requests that wait. */
    void lay(int customers, int waiting) throws SQLException, IOException {
        statement.execute(text("stage.sql"));
        Map<String, String> late = new LinkedHashMap<>();
        for (String index : LATE) {
            late.put(index, definition(index));
            statement.execute("drop index " + index);
        }
        try (Trail trail = new Trail()) {
            Batch batch = new Batch(begin(customers, waiting), trail);
            for (int done = 0; done < customers; done += BATCH) {
                for (int i = done; i < Math.min(customers, done + BATCH); i++) {
                    batch.customer(i);
                }
                send(batch);
                System.out.printf("laid %d of %d customers%n", Math.min(customers, done + BATCH), customers);
            }
            for (int i = 0; i < waiting; i++) {
                batch.waiting();
            }
            send(batch);
            finish(batch);
        } finally {
            for (String index : late.values()) {
                statement.execute(index);
            }
        }
        statement.execute("vacuum (analyze)");
    }

    private String definition(String index) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_get_indexdef('" + index + "'::regclass)")) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }

    /** Numbers that nobody else takes, and the codes that come next. */
    private Batch.Numbers begin(int customers, int waiting) throws SQLException {
        long steps = 3L * customers;
        long record = number("select nextval('record_seq')") + 100;
        statement.execute("select setval('record_seq', " + (record + customers + 100) + ")");
        long rev = number("select nextval('revision_seq')");
        statement.execute("select setval('revision_seq', " + (rev + steps) + ")");
        String subjects = "pg_get_serial_sequence('match_subject', 'id')";
        long subject = number("select nextval(" + subjects + ")");
        statement.execute("select setval(" + subjects + ", " + (subject + customers + waiting) + ")");
        long code = number("update code_counter set next = next + " + customers + " where scope = '' and scheme_id ="
                + " (select coalesce(counter_id, id) from coding_scheme where type = 'customers'"
                + " and record_group = '' and org_unit = '' and active_from <= now() order by version desc limit 1)"
                + " returning next - " + customers);
        return new Batch.Numbers(record, rev, subject, code, Instant.now());
    }

    private void send(Batch batch) throws SQLException, IOException {
        for (StagedRows table : batch.tables()) {
            table.send(owner);
        }
        statement.execute(text("lay.sql"));
    }

    /** Request numbers of a day go on behind those that were laid. */
    private void finish(Batch batch) throws SQLException {
        List<String> rows = new ArrayList<>();
        batch.numbered().forEach((day, next) -> rows.add("('" + day + "', " + next + ")"));
        statement.execute("insert into request_counter (day, next) values " + String.join(", ", rows)
                + " on conflict (day) do update set next = greatest(request_counter.next, excluded.next)");
    }

    /** Makes of the laid requests such as the inbox is narrowed to, and gives how many wait for somebody. */
    int mix() throws SQLException, IOException {
        statement.execute(text("inbox.sql"));
        statement.execute("vacuum (analyze) change_request, open_step, decision, request_author");
        return waiting();
    }

    int waiting() throws SQLException {
        return (int) number("select count(distinct request_id) from open_step");
    }

    /** How often a table was read as a whole. */
    long scans(String table) throws SQLException {
        return number("select coalesce(sum(seq_scan), 0) from pg_stat_user_tables where relname = '" + table + "'");
    }

    Connection connection() {
        return owner;
    }

    /** Codes, requests and names spread over all that there are in the east, where all of the bench's people look. */
    Page.Material material(int wanted) throws SQLException {
        String east = "(select id from org_unit where code = 'CN-EAST')";
        return new Page.Material(
                texts("select code from record where type = 'customers' and org_unit_id = " + east
                        + " order by md5(code) limit " + wanted),
                texts("select id::text from change_request where status = 'IN_REVIEW' and owner_unit_id = " + east
                        + " order by md5(number) limit " + wanted),
                texts("select name from customer order by md5(name) limit " + wanted));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Laying.class.getResourceAsStream("/bench/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}

package org.mdmhub.sync.target;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The targets there are. Read afresh each time: another node may have paused one. */
@Component
public class Targets {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;

    Targets(JdbcClient jdbc, JsonMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    public List<Target> all() {
        return jdbc.sql("select * from target order by name")
                .query(this::target)
                .list();
    }

    public Optional<Target> find(String name) {
        return jdbc.sql("select * from target where name = ?")
                .param(name)
                .query(this::target)
                .optional();
    }

    /** How a connector reaches the target, its credentials opened. */
    public Connection connect(Target target) {
        byte[] sealed = jdbc.sql("select secret from target where name = ?")
                .param(target.name())
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
        Map<String, String> secrets = sealed.length == 0
                ? Map.of()
                : json.readValue(vault.open(sealed, target.name()), new TypeReference<>() {});
        return new Connection(target.name(), target.address(), target.settings(), secrets);
    }

    /** Makes or replaces a target; its secrets stay where none are given. */
    public void put(Target target, @Nullable Map<String, String> secrets) {
        jdbc.sql("insert into target (name, connector, mode, types, address, settings, hold_seconds, readiness)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?) on conflict (name) do update set"
                        + " connector = excluded.connector, mode = excluded.mode, types = excluded.types,"
                        + " address = excluded.address, settings = excluded.settings,"
                        + " hold_seconds = excluded.hold_seconds, readiness = excluded.readiness,"
                        + " version = target.version + 1")
                .params(
                        target.name(),
                        target.connector(),
                        target.mode().name(),
                        json.writeValueAsString(target.types()),
                        target.address().toString(),
                        json.writeValueAsString(target.settings()),
                        target.holdSeconds(),
                        target.readiness().name())
                .update();
        if (secrets != null) {
            jdbc.sql("update target set secret = ? where name = ?")
                    .params(vault.seal(json.writeValueAsString(secrets), target.name()), target.name())
                    .update();
        }
    }

    /** Chooses what becomes of a record that the target would refuse. */
    public void choose(String name, Target.Readiness readiness) {
        jdbc.sql("update target set readiness = ?, version = version + 1 where name = ?")
                .params(readiness.name(), name)
                .update();
    }

    public void pause(String name, boolean paused, @Nullable String cause) {
        jdbc.sql("update target set paused = ?, circuit_cause = ?, version = version + 1 where name = ?")
                .param(1, paused)
                .param(2, cause, Types.VARCHAR)
                .param(3, name)
                .update();
    }

    /**
     * Nothing goes to the target until it answers a probe.
     *
     * @param seconds until the first probe
     */
    public void open(String name, double seconds, String cause) {
        jdbc.sql("update target set circuit_open_until = now() + make_interval(secs => ?), circuit_cause = ?"
                        + " where name = ? and circuit_open_until is null")
                .params(seconds, cause, name)
                .update();
    }

    public void close(String name) {
        jdbc.sql("update target set circuit_open_until = null, circuit_cause = null"
                        + " where name = ? and circuit_open_until is not null")
                .param(name)
                .update();
    }

    /** Takes the turn to probe, where it is due; the next turn comes in {@code seconds}. */
    public boolean takeProbe(String name, double seconds) {
        return jdbc.sql("update target set circuit_open_until = now() + make_interval(secs => ?)"
                                + " where name = ? and circuit_open_until <= now()")
                        .params(seconds, name)
                        .update()
                > 0;
    }

    private Target target(ResultSet row, int number) throws SQLException {
        OffsetDateTime open = row.getObject("circuit_open_until", OffsetDateTime.class);
        return new Target(
                row.getString("name"),
                row.getString("connector"),
                Target.Mode.valueOf(row.getString("mode")),
                json.readValue(row.getString("types"), new TypeReference<>() {}),
                URI.create(row.getString("address")),
                json.readValue(row.getString("settings"), new TypeReference<>() {}),
                row.getInt("hold_seconds"),
                row.getBoolean("paused"),
                Target.Readiness.valueOf(row.getString("readiness")),
                open == null ? null : open.toInstant(),
                row.getString("circuit_cause"));
    }
}

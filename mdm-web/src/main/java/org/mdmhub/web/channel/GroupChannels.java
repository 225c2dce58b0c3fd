package org.mdmhub.web.channel;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Channels to groups of people, as an administrator laid them down. Addresses and secrets go in and never come out. */
@Component
public class GroupChannels {

    /** Kinds of channels to groups. */
    public static final List<String> CARRIERS = List.of("WECOM", "DINGTALK", "FEISHU", "WEBHOOK");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;

    GroupChannels(JdbcClient jdbc, JsonMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    /**
     * A group's channel, without what is secret.
     *
     * @param host of its address
     * @param inside whether it stands in the company's own network
     * @param kinds of notices that it gets, none for all
     * @param unit organisation whose requests, with those below it, it is told of
     */
    public record Group(
            int id,
            String name,
            String carrier,
            String host,
            boolean inside,
            String language,
            List<String> kinds,
            int unit,
            boolean active) {}

    /** What is secret of it. */
    private record Secret(String address, List<String> secrets) {}

    public List<Group> all() {
        return jdbc.sql("select * from notice_channel order by name")
                .query(this::group)
                .list();
    }

    public Optional<Group> find(int id) {
        return jdbc.sql("select * from notice_channel where id = ?")
                .param(id)
                .query(this::group)
                .optional();
    }

    /** Whether another one has this name. */
    public boolean isTaken(String name, int but) {
        return jdbc.sql("select count(*) from notice_channel where name = ? and id <> ?")
                        .params(name, but)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Lays one down, or another way where its id is known; 0 is a new one.
     *
     * @param address null keeps the present one
     * @param secrets null keeps the present ones
     */
    public int put(Group group, @Nullable String address, @Nullable List<String> secrets, String by) {
        Optional<Secret> present = group.id() == 0 ? Optional.empty() : secret(group.id());
        Secret next = new Secret(
                address == null ? present.map(Secret::address).orElseThrow() : address,
                secrets == null ? present.map(Secret::secrets).orElse(List.of()) : secrets);
        int id = group.id() == 0 ? nextId() : group.id();
        jdbc.sql("insert into notice_channel (id, name, carrier, secret, host, inside, language, kinds, unit, active,"
                        + " changed_by) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (id) do update set"
                        + " name = excluded.name, secret = excluded.secret, host = excluded.host,"
                        + " inside = excluded.inside, language = excluded.language, kinds = excluded.kinds,"
                        + " unit = excluded.unit, active = excluded.active, changed_by = excluded.changed_by,"
                        + " changed_at = now()")
                .params(
                        id,
                        group.name(),
                        group.carrier(),
                        vault.seal(json.writeValueAsString(next), name(id)),
                        String.valueOf(URI.create(next.address()).getHost()),
                        group.inside(),
                        group.language(),
                        json.writeValueAsString(group.kinds()),
                        group.unit(),
                        group.active(),
                        by)
                .update();
        return id;
    }

    private int nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('notice_channel', 'id'))")
                .query(Integer.class)
                .single();
    }

    /** The receiver said that it is gone for good, or an administrator switches it. */
    public void activate(int id, boolean active) {
        jdbc.sql("update notice_channel set active = ?, changed_at = now() where id = ?")
                .params(active, id)
                .update();
    }

    Optional<Address> address(Group group) {
        return secret(group.id()).map(secret -> new Address(secret.address(), secret.secrets(), group.inside()));
    }

    private Optional<Secret> secret(int id) {
        return jdbc.sql("select secret from notice_channel where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(bytes -> json.readValue(vault.open(bytes, name(id)), Secret.class));
    }

    private static String name(int id) {
        return "notice-channel-" + id;
    }

    private Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getInt("id"),
                row.getString("name"),
                row.getString("carrier"),
                row.getString("host"),
                row.getBoolean("inside"),
                row.getString("language"),
                json.readValue(row.getString("kinds"), new TypeReference<>() {}),
                row.getInt("unit"),
                row.getBoolean("active"));
    }
}

package org.mdmhub.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps papers. A content is stored once; who gave it in sees it, and whoever sees a request or a record that names it.
 */
@Component
public class Documents {

    private static final String SHA = "[0-9a-f]{64}";

    /** Named by a record that he sees or that leads to one, by a request that he sees, or given in by himself. */
    private static final String FOUND = """
            select d.sha256, d.media_type, d.size, coalesce((select u.name from document_upload u
                where u.sha256 = d.sha256 order by u.login = :login desc, u.at limit 1), '') as name
            from document d where d.sha256 = any(:known)
            and (exists (select from document_upload u where u.sha256 = d.sha256 and u.login = :login)
             or exists (select from document_use u cross join lateral record_survivor(u.record_id) s
                join record r on r.id in (u.record_id, s.id)
                where u.sha256 = d.sha256 and r.visible_to && :units)
             or exists (select from document_use u join change_request c on c.id = u.request_id
                where u.sha256 = d.sha256
                and (c.requested_by = :login or c.org_unit_id = any(:units) or c.owner_unit_id = any(:units))))
            """;

    private static final String BY_REQUEST = "insert into document_use (sha256, request_id)"
            + " select d.sha256, :id from document d where d.sha256 = any(:named) on conflict do nothing";

    private static final String BY_RECORD = "insert into document_use (sha256, record_id)"
            + " select d.sha256, :id from document d where d.sha256 = any(:named) on conflict do nothing";

    private final JdbcClient jdbc;
    private final int mostBytes;

    Documents(JdbcClient jdbc, @Value("${mdm.document-max-bytes:10485760}") int mostBytes) {
        this.jdbc = jdbc;
        this.mostBytes = mostBytes;
    }

    /** How large a file may be, in bytes. */
    public int mostBytes() {
        return mostBytes;
    }

    /**
     * Stores a file that somebody gives in; the same content again is the same paper.
     *
     * @param name as it was sent
     * @throws NotTaken where it is empty, too large, or none of the kinds that are taken
     */
    @Transactional
    public Document keep(byte[] content, String name, String login) {
        if (content.length > mostBytes) {
            throw new NotTaken(NotTaken.Why.TOO_LARGE);
        }
        Kind kind = Kind.of(content);
        String sha256 = sha256(content);
        String safe = FileName.of(name, kind);
        jdbc.sql("insert into document (sha256, media_type, size, content) values (?, ?, ?, ?) on conflict do nothing")
                .params(sha256, kind.mediaType(), content.length, content)
                .update();
        jdbc.sql("insert into document_upload (sha256, login, name) values (?, ?, ?) on conflict do nothing")
                .params(sha256, login, safe)
                .update();
        return new Document(sha256, kind.mediaType(), content.length, safe);
    }

    /** A paper that he may see; the caller reads in the hub's own scope or in his. */
    @Transactional(readOnly = true)
    public Optional<Document> find(String sha256, Actor reader) {
        return found(Set.of(sha256), reader).stream().findFirst();
    }

    /** Those of the named papers that are there and that he may see. */
    @Transactional(readOnly = true)
    public List<Document> found(Collection<String> named, Actor reader) {
        String[] known = named.stream().filter(sha -> sha.matches(SHA)).toArray(String[]::new);
        if (known.length == 0) {
            return List.of();
        }
        return jdbc.sql(FOUND)
                .param("known", known)
                .param("login", reader.login())
                .param("units", reader.units().toArray(Integer[]::new))
                .query(Documents::document)
                .list();
    }

    /** The content of one that {@link #find} gave. */
    @Transactional(readOnly = true)
    public byte[] content(Document document) {
        return jdbc.sql("select content from document where sha256 = ?")
                .param(document.sha256())
                .query(byte[].class)
                .single();
    }

    /** Notes that a request names papers. */
    public void usedBy(UUID request, @Nullable Object list) {
        use(jdbc.sql(BY_REQUEST), request, list);
    }

    /** Notes that a record names papers. */
    public void usedBy(long record, @Nullable Object list) {
        use(jdbc.sql(BY_RECORD), record, list);
    }

    private static void use(JdbcClient.StatementSpec statement, Object id, @Nullable Object list) {
        Set<String> named = new LinkedHashSet<>(named(list));
        named.removeIf(sha -> !sha.matches(SHA));
        if (!named.isEmpty()) {
            statement
                    .param("id", id)
                    .param("named", named.toArray(String[]::new))
                    .update();
        }
    }

    /** The fingerprints in a list of papers, in its order, empty for an item without one; of a raw list too. */
    public static List<String> named(@Nullable Object list) {
        List<String> named = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                Object sha = item instanceof Map<?, ?> paper ? paper.get("sha256") : null;
                named.add(sha instanceof String text ? text : "");
            }
        }
        return named;
    }

    /** The fingerprints in values by field key. */
    public static List<String> named(Map<String, ? extends @Nullable Object> fields) {
        return named(fields.get(CommonFields.DOCUMENTS));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        String mediaType = row.getString("media_type");
        String name = row.getString("name");
        return new Document(
                row.getString("sha256"),
                mediaType,
                row.getInt("size"),
                name.isEmpty() ? FileName.of("", Kind.ofMediaType(mediaType)) : name);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

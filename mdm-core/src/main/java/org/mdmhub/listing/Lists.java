package org.mdmhub.listing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mdmhub.job.Jobs;
import org.mdmhub.matching.Among;
import org.mdmhub.quality.CleanText;
import org.mdmhub.reference.SheetFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lists in and shows them again, each to the person who gave it in and to nobody else. */
@Component
public class Lists {

    /** What is taken of a file. */
    public static final SheetFile.Limits LIMITS = new SheetFile.Limits(10 * 1024 * 1024, 100_000, 100, 2000);

    /** So many lists are kept for one person. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 150;
    private static final int AT_ONCE = 50;

    private final ListTable table;
    private final Among among;
    private final Jobs jobs;

    Lists(ListTable table, Among among, Jobs jobs) {
        this.table = table;
        this.among = among;
        this.jobs = jobs;
    }

    /** Somebody has given in as many as are kept for him. */
    public static final class TooMany extends RuntimeException {
        TooMany() {
            super("more than " + MOST + " lists");
        }
    }

    /** Whether masters of this type are compared at all. */
    public boolean isCompared(String type) {
        return !among.compared(type).isEmpty();
    }

    /** Fields by which masters of this type are compared. */
    public List<String> compared(String type) {
        return among.compared(type);
    }

    /** A key came before with another file. */
    public static final class OtherFile extends RuntimeException {
        OtherFile() {
            super("the key came with another file");
        }
    }

    /**
     * Takes a list in; the comparing begins once this has committed.
     *
     * @param called what its columns and values may be called
     * @return its id; that of the earlier one where the same file came with the same key
     * @throws SheetFile.Unreadable where the file is no list, or none of its columns is a name
     * @throws TooMany where he has to delete one first
     * @throws OtherFile where another file came with the key
     */
    @Transactional
    public UUID give(Given given, byte[] file, ListColumns called) {
        String sha256 = sha256(file);
        String key = given.key();
        ListTable.Known known =
                key == null ? null : table.known(given.login(), key).orElse(null);
        if (known == null) {
            return give(given, file, sha256, called);
        }
        if (!known.sha256().equals(sha256) || !known.type().equals(given.type())) {
            throw new OtherFile();
        }
        return known.id();
    }

    private UUID give(Given given, byte[] file, String sha256, ListColumns called) {
        SheetFile sheet = SheetFile.read(file, LIMITS);
        List<String> fields = called.fields(sheet.headers());
        if (!fields.contains("name")) {
            throw SheetFile.Unreadable.because("noName");
        }
        if (sheet.rows().isEmpty()) {
            throw SheetFile.Unreadable.because("noRows");
        }
        if (table.of(given.login()).size() >= MOST) {
            throw new TooMany();
        }
        UUID list = table.create(given.called(name(given.fileName())), sha256, sheet, fields);
        table.add(list, sheet.rows());
        Map<String, Object> content = new HashMap<>();
        content.put(ListWork.CHOICES, called.choices());
        table.begun(list, jobs.ask(ListWork.KIND, list.toString(), content, given.login()));
        return list;
    }

    @Transactional(readOnly = true)
    public Optional<GivenList> find(UUID list, String login) {
        return table.find(list).filter(found -> found.givenBy().equals(login));
    }

    /** His lists, the newest first. */
    @Transactional(readOnly = true)
    public List<GivenList> of(String login) {
        return table.of(login);
    }

    /** Its rows behind a line, in their order. */
    @Transactional(readOnly = true)
    public List<ListRow> rows(GivenList list, int after, int most) {
        return table.rows(list.id(), after, most);
    }

    /** The first rows of one outcome. */
    @Transactional(readOnly = true)
    public List<ListRow> rows(GivenList list, String outcome, int most) {
        return table.rows(list.id(), outcome, most);
    }

    /** The first rows that stand in it more than once, group by group. */
    @Transactional(readOnly = true)
    public List<ListRow> twins(GivenList list, int most) {
        return table.twins(list.id(), most);
    }

    /** Gives the comparing up; nothing happens where it has ended. */
    @Transactional
    public void cancel(GivenList list) {
        UUID job = list.job();
        if (list.isRunning() && job != null) {
            jobs.cancel(job);
            table.end(list.id(), GivenList.State.CANCELLED);
        }
    }

    /** Deletes its rows; that it was given in stays known. */
    @Transactional
    public void delete(GivenList list) {
        cancel(list);
        table.delete(list.id());
    }

    /** Deletes lists that were kept long enough; how many. */
    @Transactional
    int clean() {
        List<UUID> old = table.old(GivenList.KEPT.toDays(), AT_ONCE);
        old.forEach(table::delete);
        return old.size();
    }

    private static String name(String written) {
        String clean = CleanText.clean(written.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>]", ""));
        String named = clean.isEmpty() ? "list.csv" : clean;
        int end = Math.min(LONGEST_NAME, named.length());
        return named.substring(0, Character.isHighSurrogate(named.charAt(end - 1)) ? end - 1 : end);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

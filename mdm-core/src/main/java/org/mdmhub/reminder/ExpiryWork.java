package org.mdmhub.reminder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.expiry.Deadlines;
import org.mdmhub.expiry.Deadlines.Due;
import org.mdmhub.expiry.Expiries;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.ByItself;
import org.mdmhub.road.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the last days that are near or have passed: tells people 60, 30 and 7 days before, once each, and asks for
 * a block of orders behind it where that is laid down. What was done is noted, so that it may run as often as it likes.
 */
@Component
public class ExpiryWork {

    private static final Logger log = LoggerFactory.getLogger(ExpiryWork.class);
    private static final List<Integer> DAYS_BEFORE = List.of(7, 30, 60);
    private static final int FARTHEST = 60;
    private static final int BATCH = 200;

    private final List<Deadlines> places;
    private final Expiries expiries;
    private final ExpiryRecipients recipients;
    private final Notices notices;
    private final MasterRecords records;
    private final ExpiryDone done;
    private final ByItself byItself;
    private final TransactionTemplate transactions;

    ExpiryWork(
            List<Deadlines> places,
            Expiries expiries,
            ExpiryRecipients recipients,
            Notices notices,
            MasterRecords records,
            ExpiryDone done,
            ByItself byItself,
            PlatformTransactionManager manager) {
        this.places = places;
        this.expiries = expiries;
        this.recipients = recipients;
        this.notices = notices;
        this.records = records;
        this.done = done;
        this.byItself = byItself;
        this.transactions = new TransactionTemplate(manager);
    }

    /** All of it, as of today. */
    public void run() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        for (Deadlines place : places) {
            long after = 0;
            while (after >= 0) {
                after = batch(place, today, after);
            }
        }
    }

    /** The next records; the number of the last of them, -1 behind all. */
    private long batch(Deadlines place, LocalDate today, long after) {
        List<Due> due = within(() -> place.until(today, today.plusDays(FARTHEST), after, BATCH));
        for (Due one : due) {
            try {
                if (one.day().isBefore(today)) {
                    expired(one);
                } else {
                    within(() -> told(one, today));
                }
            } catch (RuntimeException e) {
                log.error(
                        "the last day {} of a record of {} could not be acted upon; it is tried again",
                        one.day(),
                        one.type(),
                        e);
            }
        }
        return due.size() < BATCH ? -1 : next(due, after);
    }

    /** A record with more last days than a batch holds is not asked for twice. */
    private static long next(List<Due> due, long after) {
        long last = due.get(due.size() - 1).record();
        return due.get(0).record() == last ? last : Math.max(after, last - 1);
    }

    private <T> T within(Supplier<T> work) {
        return Scope.system("expiry", () -> {
            T result = transactions.execute(status -> work.get());
            if (result == null) {
                throw new IllegalStateException("the work has a result");
            }
            return result;
        });
    }

    private boolean told(Due due, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, due.day());
        int stage =
                DAYS_BEFORE.stream().filter(days -> left <= days).findFirst().orElse(FARTHEST);
        MasterRecord record = records.find(due.record()).orElseThrow();
        var values = records.values(due.type(), record);
        String once = String.join(
                "/",
                "expiry",
                String.valueOf(due.record()),
                due.kind(),
                due.item(),
                due.day().toString(),
                String.valueOf(stage));
        notices.tell(new Notice(
                "expiry." + due.kind(),
                recipients.of(record, values),
                null,
                List.of(
                        String.valueOf(values.text("name")),
                        record.code(),
                        due.day().toString()),
                once));
        return true;
    }

    private void expired(Due due) {
        if (!expiries.blocks(due.kind())) {
            return;
        }
        String code = within(() -> records.codeOf(due.record()).orElseThrow());
        @Nullable UUID request = null;
        try {
            request = byItself.ask(block(due, code));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.NO_CHANGE) {
                throw e;
            }
        }
        @Nullable UUID asked = request;
        within(() -> done.note(due, asked));
    }

    private static Ask block(Due due, String code) {
        String cause = ExpiryCause.of(due);
        Map<String, Object> block = Map.of("scope", "ORDER", "reason", cause);
        return new Ask(
                due.type(), ChangeKind.BLOCK, code, null, null, Map.of(), block, "EXPIRY", cause, null, null, true);
    }
}

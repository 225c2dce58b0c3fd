package org.mdmhub.web.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open on this node and want to hear of notices. None holds a thread or a connection to the
 * database: one thread asks, every two seconds and for all of them at once, what is new and whose session has ended.
 */
@Component
class OpenPages implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenPages.class);
    private static final int MOST = 5_000;
    private static final int MOST_OF_ONE = 20;
    private static final int BEATS_APART = 8;

    private final Notices notices;
    private final JdbcClient jdbc;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clock;
    private int round;

    OpenPages(Notices notices, JdbcClient jdbc) {
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** One open page. */
    private static final class Page {
        private final String login;
        private final String session;
        private final SseEmitter stream;
        private int told = -1;

        Page(String login, String session, SseEmitter stream) {
            this.login = login;
            this.session = session;
            this.stream = stream;
        }
    }

    /** The stream of a page whose session has ended. */
    static SseEmitter ended() {
        SseEmitter stream = new SseEmitter(0L);
        try {
            stream.send(SseEmitter.event().name("out").data(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.complete();
        return stream;
    }

    /** A stream for a page; one that ends at once where there are too many. */
    SseEmitter open(String login, String session) {
        boolean many = pages.size() >= MOST
                || pages.stream().filter(page -> page.login.equals(login)).count() >= MOST_OF_ONE;
        SseEmitter stream = new SseEmitter(0L);
        if (many || clock == null) {
            stream.complete();
            return stream;
        }
        Page page = new Page(login, session, stream);
        stream.onCompletion(() -> pages.remove(page));
        stream.onError(failure -> pages.remove(page));
        stream.onTimeout(() -> pages.remove(page));
        pages.add(page);
        return stream;
    }

    int count() {
        return pages.size();
    }

    private void round() {
        try {
            if (!pages.isEmpty()) {
                round++;
                tell(List.copyOf(pages));
            }
        } catch (RuntimeException e) {
            log.warn("open pages were not told this time: {}", e.toString());
        }
    }

    private void tell(List<Page> open) {
        Set<String> living = living(open.stream().map(page -> page.session).collect(Collectors.toSet()));
        Map<String, Integer> unread =
                notices.unread(open.stream().map(page -> page.login).collect(Collectors.toSet()));
        for (Page page : open) {
            if (!living.contains(page.session)) {
                send(page, SseEmitter.event().name("out").data(""));
                page.stream.complete();
                continue;
            }
            int now = unread.getOrDefault(page.login, 0);
            if (now != page.told) {
                page.told = now;
                send(page, SseEmitter.event().name("bell").data(now));
            } else if (round % BEATS_APART == 0) {
                send(page, SseEmitter.event().comment(""));
            }
        }
    }

    /** Sessions that have not ended, of people who may still come in. */
    private Set<String> living(Set<String> sessions) {
        return jdbc.sql("select s.session_id from spring_session s join app_user u on u.login = s.principal_name"
                        + " where s.session_id = any (?) and s.expiry_time > ? and not u.disabled")
                .params(sessions.toArray(String[]::new), System.currentTimeMillis())
                .query(String.class)
                .set();
    }

    private void send(Page page, SseEmitter.SseEventBuilder event) {
        try {
            page.stream.send(event);
        } catch (IOException | IllegalStateException e) {
            // the page is gone
            pages.remove(page);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a round catches what fails in it
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "open-pages");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::round, 500, 2_000, TimeUnit.MILLISECONDS);
        clock = started;
    }

    /** Before the web server, which would wait for them. */
    @Override
    public void stop() {
        ScheduledExecutorService running = clock;
        clock = null;
        if (running != null) {
            running.shutdownNow();
        }
        pages.forEach(page -> page.stream.complete());
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}

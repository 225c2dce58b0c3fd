package org.mdmhub.sync.merge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mdmhub.sync.target.Reports;
import org.mdmhub.sync.target.Reports.Report;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks targets about records, side by side and not for long: somebody waits before the screen. */
@Component
class TargetQuestions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TargetQuestions.class);
    private static final int SIDE_BY_SIDE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Targets targets;
    private final ThreadPoolExecutor askers = new ThreadPoolExecutor(
            SIDE_BY_SIDE, SIDE_BY_SIDE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "merge-facts");
                thread.setDaemon(true);
                return thread;
            });

    TargetQuestions(Targets targets) {
        this.targets = targets;
        askers.allowCoreThreadTimeOut(true);
    }

    /**
     * One target about one record.
     *
     * @param goes whether the merge would end the record
     */
    record Question(Target target, Reports reports, String type, String code, boolean goes) {}

    record Answer(Question question, Report report) {}

    /** An answer to each, within the patience for all of them together. */
    List<Answer> answers(List<Question> questions) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Future<Report>> pending = questions.stream()
                .map(question -> askers.submit(() -> ask(question)))
                .toList();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            answers.add(new Answer(questions.get(i), within(pending.get(i), end - System.nanoTime())));
        }
        return answers;
    }

    private Report ask(Question question) {
        Target target = question.target();
        return target.served()
                ? question.reports().report(targets.connect(target), question.type(), question.code())
                : new Reports.Silent("the target is not served");
    }

    private static Report within(Future<Report> pending, long nanos) {
        try {
            return pending.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Reports.Silent("no answer in time");
        } catch (ExecutionException e) {
            log.error("a target could not be asked", e);
            return new Reports.Silent("the hub failed");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Reports.Silent("interrupted");
        }
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }
}

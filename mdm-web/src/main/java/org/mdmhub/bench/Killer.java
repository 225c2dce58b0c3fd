package org.mdmhub.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Kills the hub at moments that are drawn before the run, and starts it again each time. */
final class Killer implements Callable<List<Duration>> {

    private static final int MOST_DELAY_MILLIS = 100;

    private final HubProcess hub;
    private final List<Moment> moments;
    private final IntSupplier finished;

    /** @param finished how many rows have been asked for and decided on */
    Killer(HubProcess hub, List<Moment> moments, IntSupplier finished) {
        this.hub = hub;
        this.moments = moments;
        this.finished = finished;
    }

    /** So many milliseconds after so many rows. */
    record Moment(int rows, int millis) {}

    /** One moment in each of as many equal parts of the run as there are kills. */
    static List<Moment> moments(int rows, int kills, long seed) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            int from = (int) ((long) rows * i / kills);
            int to = (int) ((long) rows * (i + 1) / kills);
            moments.add(new Moment(from + random.nextInt(Math.max(1, to - from)), random.nextInt(MOST_DELAY_MILLIS)));
        }
        return moments;
    }

    /** How long the hub took to be healthy after each kill. */
    @Override
    public List<Duration> call() throws IOException, InterruptedException {
        List<Duration> restarts = new ArrayList<>();
        for (Moment moment : moments) {
            while (finished.getAsInt() < moment.rows()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(moment.millis());
            hub.kill();
            restarts.add(hub.start());
        }
        return restarts;
    }
}

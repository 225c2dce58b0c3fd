package org.mdmhub.mother;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Lets things happen at the same time. */
public final class Together {

    private Together() {}

    /** What became of one of them: a value or what it threw, never both. */
    public record Result<T>(@Nullable T value, @Nullable Throwable failure) {}

    /** Runs all at once, each on a thread of its own, and waits for all; results in the given order. */
    public static <T> List<Result<T>> run(List<? extends Callable<T>> works) {
        var start = new CyclicBarrier(works.size());
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<Result<T>> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Result<T> result(Future<T> future) {
        try {
            return new Result<>(future.get(), null);
        } catch (ExecutionException e) {
            return new Result<>(null, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result<>(null, e);
        }
    }
}

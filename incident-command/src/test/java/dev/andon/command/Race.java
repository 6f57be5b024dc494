package dev.andon.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets several do the same at the same instant. */
public final class Race {

    private Race() {}

    /** What each of them got, the first of whom started no earlier than the last was ready. */
    public static <T> List<T> of(int runners, Callable<T> run) {
        var barrier = new CyclicBarrier(runners);
        try (var threads = Executors.newFixedThreadPool(runners)) {
            List<Future<T>> results = IntStream.range(0, runners)
                    .mapToObj(_ -> threads.submit(() -> {
                        barrier.await();
                        return run.call();
                    }))
                    .toList();
            return results.stream().map(Race::resultOf).toList();
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError("A runner failed", failure);
        }
    }
}

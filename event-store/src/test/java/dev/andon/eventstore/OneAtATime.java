package dev.andon.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One thread in place of all: whatever would run at the same time waits here, and a seed says what comes next. Real
 * threads meet in the few orders that a machine happens to favour; a lost wake-up may need one that it never does.
 *
 * <p>Time stands still while there is something to do, but now and then it leaps to what is due much later, as it does
 * on a machine that has been asleep: time-outs then run before the answers they wait for.
 */
final class OneAtATime implements Scheduler {

    private static final int LEAP_ONCE_IN = 32;

    private final List<Task> pending = new ArrayList<>();
    private final Random random;
    private long now;
    private int steps;

    private record Task(Runnable work, long due, Disposable disposable) {}

    OneAtATime(long seed) {
        random = new Random(seed);
    }

    /** For all of Reactor's own timers too, until {@link Schedulers#resetFactory}. */
    void takeOver() {
        Schedulers.setFactory(new Schedulers.Factory() {
            @Override
            public Scheduler newParallel(int parallelism, ThreadFactory threads) {
                return OneAtATime.this;
            }
        });
    }

    void runUntil(BooleanSupplier isOver, int mostSteps) {
        for (int limit = steps + mostSteps; !isOver.getAsBoolean(); steps++) {
            if (steps == limit || pending.isEmpty()) {
                throw new AssertionError("Nothing will come of it any more, with %d tasks left after %d steps"
                        .formatted(pending.size(), steps));
            }
            step();
        }
    }

    private void step() {
        List<Task> due = pending.stream().filter(task -> task.due <= now).toList();
        List<Task> choice = due.isEmpty() || oneIn(LEAP_ONCE_IN) ? pending : due;
        Task next = choice.get(random.nextInt(choice.size()));
        pending.remove(next);
        now = Math.max(now, next.due);
        next.work.run();
    }

    boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    int lessThan(int bound) {
        return random.nextInt(bound);
    }

    int steps() {
        return steps;
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(now, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable work) {
        return schedule(work, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable work, long delay, TimeUnit unit) {
        Disposable.Swap handle = Disposables.swap();
        Task task = new Task(work, now + unit.toNanos(delay), handle);
        handle.update(() -> pending.remove(task));
        pending.add(task);
        return handle;
    }

    @Override
    public Worker createWorker() {
        Disposable.Composite tasks = Disposables.composite();
        return new Worker() {
            @Override
            public Disposable schedule(Runnable work) {
                return schedule(work, 0, TimeUnit.NANOSECONDS);
            }

            @Override
            public Disposable schedule(Runnable work, long delay, TimeUnit unit) {
                Disposable task = OneAtATime.this.schedule(work, delay, unit);
                tasks.add(task);
                return task;
            }

            @Override
            public void dispose() {
                tasks.dispose();
            }
        };
    }
}

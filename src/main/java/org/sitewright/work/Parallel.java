package org.sitewright.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The same work for each of many items, a bounded number at a time, on virtual threads.
public final class Parallel {
    private static final int SLICES_EACH = 8;
    private static final int LARGEST_SLICE = 64;

    private Parallel() {}

    /// Works on all items and returns when all are done. After the first fault or a cancel no further item is begun;
    /// those under way are waited for, so that nothing goes on after this returns.
    ///
    /// @throws RuntimeException the first fault, as it was thrown
    /// @throws java.util.concurrent.CancellationException when the token asked to stop
    public static <T> void each(Collection<T> items, int atOnce, CancelToken cancel, Consumer<T> work) {
        Iterator<T> waiting = items.iterator();
        AtomicBoolean stop = new AtomicBoolean();
        int workers = Math.min(atOnce, items.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> ended = new ExecutorCompletionService<>(threads);
            for (int worker = 0; worker < workers; worker++) {
                ended.submit(() -> work(waiting, stop, cancel, work), true);
            }
            try {
                for (int worker = 0; worker < workers; worker++) {
                    ended.take().get();
                }
            } catch (ExecutionException fault) {
                throw Faults.unchecked(fault);
            } catch (InterruptedException stopped) {
                stop.set(true);
                throw Faults.interrupted(stopped);
            }
        }
        cancel.check();
    }

    /// What becomes of each item, in their order. For work that is so short that handing out each item by itself would
    /// take longer.
    ///
    /// @throws RuntimeException the first fault, as it was thrown
    /// @throws java.util.concurrent.CancellationException when the token asked to stop
    public static <T, R> List<R> map(List<T> items, int atOnce, CancelToken cancel, Function<T, R> work) {
        int size = Math.clamp(items.size() / (atOnce * SLICES_EACH), 1, LARGEST_SLICE);
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            slices.add(items.subList(from, Math.min(items.size(), from + size)));
        }
        List<List<R>> results = new ArrayList<>(Collections.nCopies(slices.size(), List.of()));
        List<Integer> numbers = IntStream.range(0, slices.size()).boxed().toList();
        each(numbers, atOnce, cancel, number -> {
            List<R> result = slices.get(number).stream().map(work).toList();
            synchronized (results) {
                results.set(number, result);
            }
        });
        List<R> all = new ArrayList<>(items.size());
        results.forEach(all::addAll);
        return all;
    }

    private static <T> void work(Iterator<T> waiting, AtomicBoolean stop, CancelToken cancel, Consumer<T> work) {
        boolean good = false;
        try {
            while (!stop.get()) {
                cancel.check();
                T item;
                synchronized (waiting) {
                    if (!waiting.hasNext()) {
                        break;
                    }
                    item = waiting.next();
                }
                work.accept(item);
            }
            good = true;
        } finally {
            if (!good) {
                stop.set(true);
            }
        }
    }
}

package org.sitewright.ui.editor;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Looks every half millisecond at what a thread does, and counts which part of the editor it was in.
final class Shares {
    private final Thread watched;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Thread watcher = new Thread(this::watch, "shares");
    private volatile boolean looking;
    private volatile boolean closed;

    Shares(Thread watched) {
        this.watched = watched;
        watcher.setDaemon(true);
        watcher.start();
    }

    void looking(boolean on) {
        looking = on;
    }

    void stop() throws InterruptedException {
        closed = true;
        watcher.join();
    }

    private void watch() {
        while (!closed) {
            if (looking) {
                String part = part(watched.getStackTrace());
                if (!part.isEmpty()) {
                    counts.merge(part, 1, Integer::sum);
                }
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
    }

    /// The method of ours that is nearest to the work, with the listener that it works for.
    private static String part(StackTraceElement[] stack) {
        String inner = "";
        String last = "";
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (name.startsWith("org.sitewright.edit.Editor")) {
                break;
            }
            if (name.startsWith("org.sitewright.") && !name.contains("CanvasRun")) {
                String words = name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName();
                inner = inner.isEmpty() ? words : inner;
                last = words;
            } else if (name.contains("CanvasRun") && frame.getMethodName().equals("layOut")) {
                return "layout";
            }
        }
        return inner.equals(last) ? inner : last + " > " + inner;
    }

    @Override
    public String toString() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .map(each -> String.format(Locale.ROOT, "%s %d%%", each.getKey(), each.getValue() * 100 / all))
                .collect(Collectors.joining(", "));
    }
}

package org.sitewright.work;

/// How a job ended.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Cancelled<T>() implements Outcome<T> {}

    record Failed<T>(Exception fault) implements Outcome<T> {}
}

package org.sitewright.secret;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Secrets that are forgotten with the process: for tests and for looking around.
public final class MemoryVault implements SecretVault {
    private final TreeMap<String, byte[]> secrets = new TreeMap<>();

    @Override
    public synchronized Optional<byte[]> get(String name) {
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    @Override
    public synchronized void put(String name, byte[] secret) {
        secrets.put(name, secret.clone());
    }

    @Override
    public synchronized void delete(String name) {
        secrets.remove(name);
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(secrets.keySet());
    }
}

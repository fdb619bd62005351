package org.sitewright.secret;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A keychain that is forgotten with the process: for tests.
public final class MemoryKeychain implements Keychain {
    private final Map<String, char[]> items = new ConcurrentHashMap<>();

    @Override
    public Optional<char[]> get(String item) {
        return Optional.ofNullable(items.get(item)).map(char[]::clone);
    }

    @Override
    public void put(String item, char[] secret) {
        items.put(item, secret.clone());
    }

    @Override
    public void delete(String item) {
        items.remove(item);
    }
}

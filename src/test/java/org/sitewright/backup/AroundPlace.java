package org.sitewright.backup;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;

/// Another place, all of whose requests it passes on: the ground for places on which something goes wrong.
class AroundPlace implements BlobStore {
    private final BlobStore place;

    AroundPlace(BlobStore place) {
        this.place = place;
    }

    @Override
    public String describe() {
        return place.describe();
    }

    @Override
    public String url(String name) {
        return place.url(name);
    }

    @Override
    public List<Blob> list(String prefix) {
        return place.list(prefix);
    }

    @Override
    public boolean putNew(String name, BlobSource source) {
        return place.putNew(name, source);
    }

    @Override
    public InputStream open(String name) {
        return place.open(name);
    }

    @Override
    public void delete(Collection<String> names) {
        place.delete(names);
    }

    @Override
    public void close() {
        place.close();
    }
}

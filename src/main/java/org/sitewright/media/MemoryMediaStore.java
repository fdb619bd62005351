package org.sitewright.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;

/// Keeps media in memory. What is asked for as a file is written into a scratch folder at that moment.
public final class MemoryMediaStore implements MediaStore {
    private final Map<MediaId, byte[]> contents = new ConcurrentHashMap<>();
    private final Path scratch;

    public MemoryMediaStore(Path scratch) {
        this.scratch = scratch;
    }

    @Override
    public MediaId put(InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            MediaId media = new MediaId(Sha256.of(bytes));
            contents.put(media, bytes);
            return media;
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    @Override
    public boolean has(MediaId media) {
        return contents.containsKey(media);
    }

    @Override
    public InputStream open(MediaId media) {
        return new ByteArrayInputStream(content(media));
    }

    @Override
    public Path path(MediaId media) {
        byte[] content = content(media);
        Path file = scratch.resolve(media.sha256());
        try {
            if (!Files.exists(file)) {
                Files.write(file, content);
            }
            return file;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public long size(MediaId media) {
        return content(media).length;
    }

    private byte[] content(MediaId media) {
        byte[] content = contents.get(media);
        if (content == null) {
            throw MediaProblems.missing(media);
        }
        return content;
    }
}

package org.sitewright.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sitewright.render.Bytes;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;

/// A file that can no longer be read once somebody asked to stop, so that sending a large one ends in the middle.
public final class StoppableFile {
    private static final long LARGE = 256 * 1024;

    private StoppableFile() {}

    static OutputFile of(OutputFile file, CancelToken cancel) {
        if (file.size() < LARGE) {
            return file;
        }
        Bytes source = file.source();
        return new OutputFile(
                file.path(),
                file.contentType(),
                file.sha256(),
                file.size(),
                file.cacheControl(),
                Bytes.elsewhere(() -> stream(source.open(), cancel), file.size()));
    }

    /// A stream of which each read throws [java.util.concurrent.CancellationException] once somebody asked to stop.
    public static InputStream stream(InputStream content, CancelToken cancel) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                cancel.check();
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                cancel.check();
                return super.read(into, offset, length);
            }

            @Override
            public long skip(long count) throws IOException {
                cancel.check();
                return super.skip(count);
            }
        };
    }
}

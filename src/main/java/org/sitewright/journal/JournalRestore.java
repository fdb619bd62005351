package org.sitewright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/// Writes records that came back from a backup as a journal in a new folder, each checked to follow the one before.
public final class JournalRestore implements AutoCloseable {
    private static final int SEGMENT_BYTES = 8 << 20;

    private final Path root;
    private final SegmentFolder folder;
    private FileChannel channel;
    private JournalPosition at;

    /// @param origin the place after which the first record comes
    /// @throws JournalFault when the folder cannot be written
    public JournalRestore(Path folder, JournalPosition origin) {
        try {
            this.root = folder;
            this.folder = new SegmentFolder(folder);
            this.at = origin;
            JournalOrigin.write(root, origin);
            this.channel = open();
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be written to " + folder + ".", fault);
        }
    }

    /// @throws IllegalArgumentException when the record does not follow the one before
    /// @throws JournalFault when it cannot be written
    public void add(JournalRecord wanted) {
        JournalRecord next = JournalRecord.after(at, wanted.payload());
        if (!next.hash().equals(wanted.hash())) {
            throw new IllegalArgumentException("change " + next.sequence() + " was altered");
        }
        try {
            if (channel.position() > SEGMENT_BYTES) {
                channel.force(true);
                channel.close();
                channel = open();
            }
            put(Frame.encode(HexFormat.of().parseHex(at.hash()), wanted.payload()));
            at = next.position();
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be written to " + root + ".", fault);
        }
    }

    /// The place of the newest record.
    public JournalPosition position() {
        return at;
    }

    private FileChannel open() throws IOException {
        FileChannel opened = FileChannel.open(folder.next(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = opened;
        put(Segment.header(at.sequence() + 1, HexFormat.of().parseHex(at.hash())));
        return opened;
    }

    private void put(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() {
        try (FileChannel last = channel) {
            last.force(true);
            folder.force();
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be written to " + root + ".", fault);
        }
    }
}

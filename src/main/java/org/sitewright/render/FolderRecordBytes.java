package org.sitewright.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The bytes of a record: frames of a length, a checksum (CRC-32) and content. The first names format and place; each
/// other one is a change, so that a small one is added at the end. What stands behind a frame that is torn or damaged
/// counts as not there.
final class FolderRecordBytes {
    private static final String FORMAT = "sitewright-folder 1 ";
    private static final int HASH = 64;
    private static final List<FileStamp.Kind> KINDS = List.of(FileStamp.Kind.values());

    private final Map<String, FolderRecord.Entry> files = new HashMap<>();
    private final Map<String, FileStamp> folders = new HashMap<>();
    private long clock = FolderRecord.NONE.clock();

    private FolderRecordBytes() {}

    /// @param places those of the record
    /// @param entries how many stand in it, also those that were changed again
    /// @param whole whether there was nothing else
    /// @param size of all, in bytes
    record Read(FolderRecord record, FolderPlaces places, int entries, boolean whole, long size) {
        static final Read NONE = new Read(FolderRecord.NONE, FolderPlaces.NONE, 0, false, 0);

        /// What is read where nothing but the record stands in so many bytes.
        ///
        /// @param root the folder that it is of
        static Read whole(Path root, FolderRecord record, int entries, long bytes) {
            return new Read(record, FolderPlaces.of(root, record), entries, true, bytes);
        }

        /// What is read when a change of so many bytes was added to it.
        ///
        /// @param root the folder that it is of
        Read with(Path root, FolderRecord.Change change, long bytes) {
            FolderRecord after = record.with(change);
            return new Read(after, places.with(root, after, change), entries + change.size(), whole, size + bytes);
        }
    }

    /// @param root the folder that it is of
    /// @param place names it, and the time for which that is so
    /// @return none for bytes of another version or place
    static Read parse(byte[] bytes, Path root, String place) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ByteBuffer first = frame(in);
        if (first == null || !StandardCharsets.UTF_8.decode(first).toString().equals(FORMAT + place)) {
            return Read.NONE;
        }
        FolderRecordBytes all = new FolderRecordBytes();
        int entries = 0;
        for (ByteBuffer next = frame(in); next != null; next = frame(in)) {
            entries += all.apply(next);
        }
        FolderRecord record = new FolderRecord(all.clock, all.files, all.folders);
        return new Read(record, FolderPlaces.of(root, record), entries, !in.hasRemaining(), bytes.length);
    }

    /// @return null at the end and before what is damaged
    private static @Nullable ByteBuffer frame(ByteBuffer in) {
        if (in.remaining() < Integer.BYTES + Long.BYTES) {
            return null;
        }
        int at = in.position();
        int length = in.getInt(at);
        int from = at + Integer.BYTES + Long.BYTES;
        if (length < 0 || length > in.limit() - from || in.getLong(at + Integer.BYTES) != sum(in.slice(from, length))) {
            return null;
        }
        in.position(from + length);
        return in.slice(from, length);
    }

    private int apply(ByteBuffer in) {
        clock = in.getLong();
        int gone = in.getInt();
        for (int i = 0; i < gone; i++) {
            String path = text(in, in.getShort());
            files.remove(path);
            folders.remove(path);
        }
        int changedFiles = in.getInt();
        for (int i = 0; i < changedFiles; i++) {
            files.put(text(in, in.getShort()), new FolderRecord.Entry(text(in, HASH), stamp(in)));
        }
        int changedFolders = in.getInt();
        for (int i = 0; i < changedFolders; i++) {
            folders.put(text(in, in.getShort()), stamp(in));
        }
        return gone + changedFiles + changedFolders;
    }

    private static String text(ByteBuffer in, int length) {
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static FileStamp stamp(ByteBuffer in) {
        return new FileStamp(KINDS.get(in.get()), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /// What stands before all changes.
    static byte[] head(String place) {
        return framed((FORMAT + place).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] print(FolderRecord.Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(change.clock());
        out.writeInt(change.gone().size());
        for (String path : change.gone()) {
            text(path, out);
        }
        out.writeInt(change.files().size());
        for (Map.Entry<String, FolderRecord.Entry> each : change.files().entrySet()) {
            text(each.getKey(), out);
            out.writeBytes(each.getValue().sha256());
            stamp(each.getValue().stamp(), out);
        }
        out.writeInt(change.folders().size());
        for (Map.Entry<String, FileStamp> each : change.folders().entrySet()) {
            text(each.getKey(), out);
            stamp(each.getValue(), out);
        }
        return framed(bytes.toByteArray());
    }

    private static void text(String path, DataOutputStream out) throws IOException {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static void stamp(FileStamp stamp, DataOutputStream out) throws IOException {
        out.writeByte(KINDS.indexOf(stamp.kind()));
        out.writeLong(stamp.size());
        out.writeLong(stamp.modified());
        out.writeLong(stamp.changed());
        out.writeLong(stamp.key());
    }

    private static byte[] framed(byte[] content) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + content.length)
                .putInt(content.length)
                .putLong(sum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
    }

    private static long sum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}

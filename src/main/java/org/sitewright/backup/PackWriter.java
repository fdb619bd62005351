package org.sitewright.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Mac;

/// Writes a zip of a backup. Its last entry, `seal`, is the HMAC of its name and of each entry, so that nobody without
/// the workspace's keys can make one, and none passes for another. The same content gives the same bytes.
final class PackWriter implements AutoCloseable {
    static final String SEAL = "seal";
    private static final int PART = 1 << 20;
    private static final long SAME_TIME = 315_532_800_000L;

    private final ZipOutputStream zip;
    private final Mac seal;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(PART);
    private String folder = "";
    private int part;

    /// @param name the object's, see [Names#plain]
    PackWriter(OutputStream out, String name, byte[] nameKey) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.seal = Hmac.start(nameKey);
        seal.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// An entry of its own.
    void entry(String name, byte[] content) throws IOException {
        endLines();
        put(name, content);
    }

    /// A line in `<folder>/001.jsonl` and those that follow; lines of one folder come one after another.
    void line(String wanted, byte[] line) throws IOException {
        if (!wanted.equals(folder)) {
            endLines();
            folder = wanted;
            part = 0;
        }
        if (lines.size() > 0 && lines.size() + line.length >= PART) {
            endPart();
        }
        lines.write(line);
        lines.write('\n');
    }

    private void endLines() throws IOException {
        if (lines.size() > 0) {
            endPart();
        }
        folder = "";
    }

    private void endPart() throws IOException {
        part++;
        put(String.format(java.util.Locale.ROOT, "%s/%03d.jsonl", folder, part), lines.toByteArray());
        lines.reset();
    }

    private void put(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(SAME_TIME);
        if (content.length > PART) {
            // Not packed, so that however dull it is, it never unpacks to more than readers allow.
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        seal.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        seal.update(Hmac.sha256().digest(content));
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            endLines();
            ZipEntry entry = new ZipEntry(SEAL);
            entry.setTime(SAME_TIME);
            zip.putNextEntry(entry);
            zip.write(Hmac.hex(seal.doFinal()).getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
    }
}

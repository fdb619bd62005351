package org.sitewright.adapter.heroku;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseHost.Draft;
import org.sitewright.publish.RemoteFile;
import org.sitewright.render.Compressed;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputPath;

/// The archives of an app: what we send (a gzipped tar with the site in `public/` and the settings of nginx beside it)
/// and what Heroku made of it (a slug, the same with `./app/` in front).
final class SlugArchive {
    private static final String SITE = "public/";
    private static final int LARGEST_TEXT = 8 << 20;
    private static final String MARK = "sitewright.txt";
    private static final String MARKED = "Published by Sitewright.\n";

    private SlugArchive() {}

    /// What is in an archive.
    ///
    /// @param ours whether it was made here
    record Content(boolean ours, Map<String, RemoteFile> files) {}

    /// The files of the site; their tags are the SHA-256 of their content.
    static Content read(Path archive) throws IOException {
        boolean ours = false;
        Map<String, RemoteFile> files = new TreeMap<>();
        try (TarArchiveInputStream tar = open(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = name(entry);
                ours |= name.equals(MARK);
                boolean site = entry.isFile() && name.startsWith(SITE);
                if (site && OutputPath.isSafe(name.substring(SITE.length()))) {
                    String path = name.substring(SITE.length());
                    files.put(path, new RemoteFile(path, entry.getSize(), digest(tar), Instant.EPOCH));
                }
            }
        }
        files.keySet().removeIf(path -> !path.equals(uncompressed(path)) && files.containsKey(uncompressed(path)));
        return new Content(ours, files);
    }

    static byte[] file(Path archive, String path) throws IOException {
        try (TarArchiveInputStream tar = open(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (name(entry).equals(SITE + path)) {
                    return tar.readAllBytes();
                }
            }
        }
        throw new IOException(path + " is no longer in it");
    }

    /// Writes the next release.
    ///
    /// @param before the archive of the release before; not read when nothing of it is kept
    static void write(Path archive, Draft draft, Path before) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(
                        new GZIPOutputStream(new BufferedOutputStream(out)), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            add(tar, MARK, MARKED);
            add(tar, "Procfile", "web: bin/start-nginx-solo\n");
            add(tar, "config/nginx.conf.erb", resource());
            keep(tar, draft, before);
            for (OutputFile file : draft.sent().values()) {
                send(tar, file);
            }
        }
    }

    /// Files that get smaller have another beside them that nginx sends to who takes it.
    private static void send(TarArchiveOutputStream tar, OutputFile file) throws IOException {
        String name = SITE + file.path();
        boolean record = file.path().startsWith(PublishTarget.RECORDS);
        if (!record && Compressed.isText(file.path()) && file.size() < LARGEST_TEXT) {
            byte[] content = file.source().all();
            add(tar, name, content.length, new ByteArrayInputStream(content));
            Optional<byte[]> small = Compressed.of(content);
            if (small.isPresent()) {
                add(tar, name + Compressed.ENDING, small.get().length, new ByteArrayInputStream(small.get()));
            }
            return;
        }
        try (InputStream content = file.source().open()) {
            add(tar, name, file.size(), content);
        }
    }

    /// The name of the file that this one is the compressed form of, if it can be one; else its own.
    private static String uncompressed(String name) {
        return name.endsWith(Compressed.ENDING) ? name.substring(0, name.length() - Compressed.ENDING.length()) : name;
    }

    private static void keep(TarArchiveOutputStream tar, Draft draft, Path before) throws IOException {
        Set<String> kept = draft.kept().stream().map(file -> SITE + file.path()).collect(Collectors.toSet());
        if (kept.isEmpty()) {
            return;
        }
        try (TarArchiveInputStream old = open(before)) {
            for (TarArchiveEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                if (entry.isFile() && kept.contains(uncompressed(name(entry)))) {
                    add(tar, name(entry), entry.getSize(), old);
                }
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        add(tar, name, content.length, new ByteArrayInputStream(content));
    }

    private static void add(TarArchiveOutputStream tar, String name, long size, InputStream content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }

    private static TarArchiveInputStream open(Path archive) throws IOException {
        return new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))),
                StandardCharsets.UTF_8.name());
    }

    private static String name(TarArchiveEntry entry) {
        return entry.getName().replaceFirst("^(\\./)?(app/)?", "");
    }

    private static String digest(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String resource() throws IOException {
        try (InputStream in = SlugArchive.class.getResourceAsStream("nginx.conf.erb")) {
            if (in == null) {
                throw new IOException("nginx.conf.erb is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

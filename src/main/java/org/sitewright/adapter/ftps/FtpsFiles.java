package org.sitewright.adapter.ftps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.RemoteFile;
import org.sitewright.render.RulesBlock;

/// Files below one folder of a server, on a connection that is handed in. A file appears whole under its name.
final class FtpsFiles {
    static final String PART_PREFIX = ".sitewright-";
    private static final int SOON_MILLIS = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final String root;
    private final FtpsFailures failures;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    FtpsFiles(String folder, FtpsFailures failures) {
        this.root = folder.replaceAll("/+$", "");
        this.failures = failures;
    }

    String at(String path) {
        return root.isEmpty() ? "/" + path : root + "/" + path;
    }

    /// Makes the folder where only it is missing.
    void prepare(FTPClient connection) throws IOException {
        if (known.contains("")) {
            return;
        }
        if (!isFolder(connection, root)) {
            int slash = root.lastIndexOf('/');
            boolean above = slash <= 0 || isFolder(connection, root.substring(0, slash));
            if (!above || !connection.makeDirectory(root)) {
                throw failures.missing();
            }
        }
        known.add("");
    }

    /// Takes no folder for granted any more: others remove them when they are empty.
    void forget() {
        known.clear();
    }

    /// What is in one folder. Links are left out, and half-sent files of ours.
    ///
    /// @param found takes the files in
    /// @return the folders in it
    List<String> list(FTPClient connection, String below, Map<String, RemoteFile> found) throws IOException {
        String place = below.isEmpty() ? (root.isEmpty() ? "/" : root) : at(below);
        List<String> folders = new ArrayList<>();
        for (FTPFile entry : entries(connection, place)) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (name.equals(".") || name.equals("..")) {
                continue;
            }
            String path = below.isEmpty() ? name : below + "/" + name;
            if (entry.isDirectory()) {
                known.add(path);
                folders.add(path);
            } else if (entry.isFile() && !name.startsWith(PART_PREFIX)) {
                RemoteFile file = remote(path, entry);
                found.put(path, file);
                times.put(path, file.modified());
            }
        }
        if (below.isEmpty() && !found.containsKey(RulesBlock.PATH)) {
            // Many servers leave names that begin with a dot out of lists.
            file(connection, RulesBlock.PATH).ifPresent(rules -> {
                found.put(RulesBlock.PATH, rules);
                times.put(RulesBlock.PATH, rules.modified());
            });
        }
        return folders;
    }

    /// Sends a file under another name, then gives it its own. Where the connection for the content breaks, many
    /// servers take what came until then for the whole, so it is held against the size.
    ///
    /// @return its tag
    String send(FtpsConnection connection, String path, InputStream content, long size, String part)
            throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        makeFolders(connection, folder);
        String partPath = partOf(path, part);
        if (!connection.store(partPath, content, size)) {
            throw refused(connection);
        }
        FTPFile told = connection.mlistFile(partPath);
        long arrived = told == null ? size(connection, partPath) : told.getSize();
        if (arrived >= 0 && arrived != size) {
            connection.deleteFile(partPath);
            throw new IOException("only " + arrived + " of " + size + " bytes arrived");
        }
        makeNewer(connection, path, partPath, told);
        if (!connection.rename(partPath, at(path))) {
            // Some servers do not let a file take the place of another.
            connection.deleteFile(at(path));
            if (!connection.rename(partPath, at(path))) {
                throw refused(connection);
            }
        }
        return file(connection, path).map(RemoteFile::tag).orElse("");
    }

    /// Removes what was half-sent of a file. Who asked to stop does not wait for a server that stands still.
    ///
    /// @return where it was
    String drop(FTPClient connection, String path, String part) throws IOException {
        String half = partOf(path, part);
        int before = connection.getSoTimeout();
        connection.setSoTimeout(SOON_MILLIS);
        connection.deleteFile(half);
        connection.setSoTimeout(before);
        return half;
    }

    private String partOf(String path, String part) {
        return at(path.substring(0, path.lastIndexOf('/') + 1) + PART_PREFIX + part);
    }

    /// What a server that does not know MLST says of the size; -1 when it does not know that either.
    private static long size(FTPClient connection, String path) throws IOException {
        String said = String.valueOf(connection.getSize(path)).strip();
        return said.matches("[0-9]{1,18}") ? Long.parseLong(said) : -1;
    }

    /// Two contents of one size within one second would look the same: each is given a later time than the one before,
    /// where the server lets times be set (MFMT).
    private void makeNewer(FTPClient connection, String path, String part, @Nullable FTPFile told) throws IOException {
        Instant time = told == null ? Instant.EPOCH : second(told);
        Instant before = times.getOrDefault(path, Instant.EPOCH);
        if (!time.isAfter(before)) {
            time = before.plusSeconds(1);
            connection.setModificationTime(part, TIME.format(time));
        }
        times.put(path, time);
    }

    Optional<byte[]> read(FTPClient connection, String path) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (connection.retrieveFile(at(path), content)) {
            return Optional.of(content.toByteArray());
        }
        if (connection.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
            return Optional.empty();
        }
        throw refused(connection);
    }

    void delete(FTPClient connection, String path) throws IOException {
        if (!connection.deleteFile(at(path)) && file(connection, path).isPresent()) {
            throw refused(connection);
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (!connection.removeDirectory(at(folder))) {
                return;
            }
            known.remove(folder);
        }
    }

    /// What the server says of one file.
    Optional<RemoteFile> file(FTPClient connection, String path) throws IOException {
        FTPFile told = connection.mlistFile(at(path));
        if (told == null && connection.getReplyCode() == FTPReply.UNRECOGNIZED_COMMAND) {
            FTPFile[] one = connection.listFiles(at(path));
            told = one.length == 1 ? one[0] : null;
        }
        return Optional.ofNullable(told).map(entry -> remote(path, entry));
    }

    private FTPFile[] entries(FTPClient connection, String place) throws IOException {
        FTPFile[] entries = connection.mlistDir(place);
        if (FTPReply.isPositiveCompletion(connection.getReplyCode())) {
            return entries;
        }
        // Servers that do not know MLSD (RFC 3659) list in the form of their own system.
        entries = connection.listFiles(place);
        if (!FTPReply.isPositiveCompletion(connection.getReplyCode())) {
            throw refused(connection);
        }
        return entries;
    }

    private void makeFolders(FTPClient connection, String folder) throws IOException {
        if (folder.isEmpty() || known.contains(folder)) {
            return;
        }
        int slash = folder.lastIndexOf('/');
        makeFolders(connection, slash < 0 ? "" : folder.substring(0, slash));
        if (!connection.makeDirectory(at(folder))) {
            String said = connection.getReplyString();
            int code = connection.getReplyCode();
            if (!isFolder(connection, at(folder))) {
                throw failures.refused(code, String.valueOf(said));
            }
        }
        known.add(folder);
    }

    private static boolean isFolder(FTPClient connection, String path) throws IOException {
        String before = connection.printWorkingDirectory();
        boolean there = connection.changeWorkingDirectory(path.isEmpty() ? "/" : path);
        if (there && before != null) {
            connection.changeWorkingDirectory(before);
        }
        return there;
    }

    private PublishProblem refused(FTPClient connection) {
        return failures.refused(connection.getReplyCode(), String.valueOf(connection.getReplyString()));
    }

    /// FTP knows no mark of the content: size and time of change are what it tells. A change by somebody else that
    /// keeps both is not noticed.
    private static RemoteFile remote(String path, FTPFile entry) {
        Instant modified = second(entry);
        return new RemoteFile(path, entry.getSize(), entry.getSize() + "-" + modified.getEpochSecond(), modified);
    }

    /// The time of the last change as a whole second, which is all that every server tells and takes.
    private static Instant second(FTPFile entry) {
        return Optional.ofNullable(entry.getTimestampInstant())
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS);
    }
}

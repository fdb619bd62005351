package org.sitewright.adapter.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.RenameFlags;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.sitewright.publish.RemoteFile;

/// Files below one folder of a server, in a session that is handed in. A file appears whole under its name.
final class SftpFiles {
    static final String PART_PREFIX = ".sitewright-";
    private static final int BUFFER = 32_000;
    private static final int UNCONFIRMED = 16;
    private static final int SOON_MILLIS = 1_000;
    private static final Set<RenameFlags> OVER = EnumSet.of(RenameFlags.OVERWRITE, RenameFlags.ATOMIC);

    private final String root;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    SftpFiles(String folder) {
        String clean = folder.replaceAll("/+$", "");
        this.root = clean.isEmpty() ? (folder.startsWith("/") ? "/" : ".") : clean;
    }

    String root() {
        return root;
    }

    String at(String path) {
        return root.equals("/") ? "/" + path : root + "/" + path;
    }

    /// Whether the folder is there; makes it where only it is missing.
    boolean prepare(SFTPClient session) throws IOException {
        if (known.contains("")) {
            return true;
        }
        if (session.statExistence(root) != null) {
            known.add("");
            return true;
        }
        int slash = root.lastIndexOf('/');
        String above = slash < 0 ? "." : slash == 0 ? "/" : root.substring(0, slash);
        if (session.statExistence(above) == null) {
            return false;
        }
        session.mkdir(root);
        known.add("");
        return true;
    }

    /// Takes no folder for granted any more: others remove them when they are empty.
    void forget() {
        known.clear();
    }

    /// What is in one folder. Links are left out, and half-sent files of ours.
    ///
    /// @param found takes the files in
    /// @return the folders in it
    List<String> list(SFTPClient session, String below, Map<String, RemoteFile> found) throws IOException {
        List<String> folders = new ArrayList<>();
        for (RemoteResourceInfo entry : session.ls(below.isEmpty() ? root : at(below))) {
            String path = below.isEmpty() ? entry.getName() : below + "/" + entry.getName();
            FileMode.Type type = entry.getAttributes().getType();
            if (type == FileMode.Type.DIRECTORY) {
                known.add(path);
                folders.add(path);
            } else if (type == FileMode.Type.REGULAR && !entry.getName().startsWith(PART_PREFIX)) {
                found.put(path, remote(path, entry.getAttributes()));
                times.put(path, entry.getAttributes().getMtime());
            }
        }
        return folders;
    }

    /// Sends a file under another name, then gives it its own in one step where the server can.
    FileAttributes send(SFTPClient session, String path, InputStream content, String part) throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        makeFolders(session, folder);
        String partPath = partOf(path, part);
        boolean moved = false;
        try {
            write(session, partPath, content, EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.TRUNC));
            makeNewer(session, path, partPath);
            move(session, partPath, at(path));
            moved = true;
        } finally {
            if (!moved) {
                removeQuietly(session, partPath);
            }
        }
        return session.stat(at(path));
    }

    private String partOf(String path, String part) {
        return at(path.substring(0, path.lastIndexOf('/') + 1) + PART_PREFIX + part);
    }

    /// Two contents of one size within one second would look the same: each is given a later time than the one before.
    private void makeNewer(SFTPClient session, String path, String part) throws IOException {
        long time = session.stat(part).getMtime();
        long before = times.getOrDefault(path, 0L);
        if (time <= before) {
            time = before + 1;
            session.setattr(
                    part,
                    new FileAttributes.Builder().withAtimeMtime(time, time).build());
        }
        times.put(path, time);
    }

    void write(SFTPClient session, String path, InputStream content, Set<OpenMode> modes) throws IOException {
        try (net.schmizz.sshj.sftp.RemoteFile file = session.open(path, modes);
                OutputStream out = file.new RemoteFileOutputStream(0, UNCONFIRMED)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    byte[] read(SFTPClient session, String path) throws IOException {
        try (net.schmizz.sshj.sftp.RemoteFile file = session.open(at(path))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            long offset = 0;
            for (int read = file.read(0, buffer, 0, BUFFER); read > 0; read = file.read(offset, buffer, 0, BUFFER)) {
                content.write(buffer, 0, read);
                offset += read;
            }
            return content.toByteArray();
        }
    }

    void delete(SFTPClient session, String path) throws IOException {
        try {
            session.rm(at(path));
        } catch (SFTPException answer) {
            if (!isMissing(answer)) {
                throw answer;
            }
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            try {
                session.rmdir(at(folder));
                known.remove(folder);
            } catch (SFTPException notEmpty) {
                return;
            }
        }
    }

    /// Whether a file can take another's place in one step there.
    static boolean replacesAtOnce(SFTPClient session) {
        return session.version() >= 5 || session.getSFTPEngine().supportsServerExtension("posix-rename", "openssh.com");
    }

    static boolean isMissing(SFTPException answer) {
        return answer.getStatusCode() == Response.StatusCode.NO_SUCH_FILE
                || answer.getStatusCode() == Response.StatusCode.NO_SUCH_PATH;
    }

    static RemoteFile remote(String path, FileAttributes attributes) {
        return new RemoteFile(
                path, attributes.getSize(), tag(attributes), Instant.ofEpochSecond(attributes.getMtime()));
    }

    /// SFTP knows no mark of the content: size and time of change are what it tells. A change by somebody else that
    /// keeps both is not noticed.
    static String tag(FileAttributes attributes) {
        return attributes.getSize() + "-" + attributes.getMtime();
    }

    void makeFolders(SFTPClient session, String folder) throws IOException {
        if (folder.isEmpty() || known.contains(folder)) {
            return;
        }
        int slash = folder.lastIndexOf('/');
        makeFolders(session, slash < 0 ? "" : folder.substring(0, slash));
        try {
            session.mkdir(at(folder));
        } catch (SFTPException answer) {
            // Another session may have made it in the same moment.
            FileAttributes there = session.statExistence(at(folder));
            if (there == null || there.getType() != FileMode.Type.DIRECTORY) {
                throw answer;
            }
        }
        known.add(folder);
    }

    private static void move(SFTPClient session, String from, String to) throws IOException {
        if (replacesAtOnce(session)) {
            session.rename(from, to, OVER);
            return;
        }
        try {
            session.rename(from, to);
        } catch (SFTPException thereAlready) {
            session.rm(to);
            session.rename(from, to);
        }
    }

    /// Who asked to stop does not wait for a server that stands still.
    private static void removeQuietly(SFTPClient session, String path) {
        int before = session.getSFTPEngine().getTimeoutMs();
        try {
            session.getSFTPEngine().setTimeoutMs(SOON_MILLIS);
            session.rm(path);
        } catch (IOException gone) {
            // The next publish writes over what is left of it.
            return;
        } finally {
            session.getSFTPEngine().setTimeoutMs(before);
        }
    }
}

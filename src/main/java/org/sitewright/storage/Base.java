package org.sitewright.storage;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.sitewright.backup.RowSink;
import org.sitewright.journal.RowChange;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.MalformedSite;
import org.sitewright.work.Problem;
import tools.jackson.databind.node.ObjectNode;

/// The rows upon which a journal begins that does not begin with the first change, as one that came back from a
/// backup: `journal/base.jsonl.gz`, a line with the sequence, then a line per row, its table before it. There is none
/// in a data folder that began by itself.
final class Base {
    private static final int AT_ONCE = 200;

    private final Path file;

    private Base(Path file) {
        this.file = file;
    }

    static Base in(Path dataFolder) {
        return new Base(dataFolder.resolve("journal").resolve("base.jsonl.gz"));
    }

    void write(long sequence, Consumer<RowSink> rows) throws IOException {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write(sequence + "\n");
            rows.accept((table, row) -> {
                try {
                    out.write(table + " " + Json.write(row) + "\n");
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        }
    }

    private long sequence() throws IOException {
        try (BufferedReader in = open()) {
            return Long.parseLong(String.valueOf(in.readLine()));
        } catch (NumberFormatException damaged) {
            throw new IOException(file.getFileName() + " is damaged", damaged);
        }
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /// @return the sequence of the base; 0 when there is none
    /// @throws IOException also when it is damaged
    long read(RowSink sink) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (BufferedReader in = open()) {
            long sequence = Long.parseLong(String.valueOf(in.readLine()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int end = line.indexOf(' ');
                if (end < 0 || !(Json.read(line.substring(end + 1)) instanceof ObjectNode row)) {
                    throw new IOException("a row is damaged");
                }
                sink.row(line.substring(0, end), row);
            }
            return sequence;
        } catch (NumberFormatException | MalformedSite | ZipException | EOFException damaged) {
            throw new IOException(file.getFileName() + " is damaged", damaged);
        }
    }

    /// Writes the rows into tables that are older than them.
    ///
    /// @param applied the sequence that the tables are at
    /// @return the sequence that the tables then are at
    /// @throws Problem `SW-JOURNAL-BASE` when rows are needed that cannot be read
    long fill(Database database, long applied) throws SQLException, IOException {
        if (!Files.exists(file)) {
            return applied;
        }
        try {
            long sequence = sequence();
            if (applied >= sequence) {
                return applied;
            }
            fill(database, sink -> {
                try {
                    long unused = read(sink);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
            mark(database, sequence);
            return sequence;
        } catch (UncheckedIOException damaged) {
            throw unreadable(damaged);
        } catch (IOException damaged) {
            if (applied > 0) {
                return applied;
            }
            throw unreadable(damaged);
        }
    }

    private static Problem unreadable(Exception damaged) {
        return new Problem(
                "SW-JOURNAL-BASE",
                "The database has to be made again, and the file journal/base.jsonl.gz, upon which it stands, is damaged.",
                "Bring the workspace back from a backup: sitewright restore. What is here is kept beside it.",
                damaged);
    }

    static void fill(Database database, Consumer<RowSink> rows) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            RowImages images = new RowImages(connection);
            int[] done = {0};
            rows.accept((table, row) -> {
                try {
                    if (!Database.tables().contains(table)) {
                        throw new SQLException("there is no table " + table);
                    }
                    images.apply(new RowChange.Put(table, row.path("id").stringValue(), row));
                    if (++done[0] % AT_ONCE == 0) {
                        connection.commit();
                    }
                } catch (SQLException fault) {
                    throw new IllegalStateException(fault);
                }
            });
            connection.commit();
        }
    }

    static void mark(Database database, long sequence) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement =
                        connection.prepareStatement("update store_state set last_applied_seq = ? where id = 1")) {
            statement.setLong(1, sequence);
            statement.executeUpdate();
        }
    }
}

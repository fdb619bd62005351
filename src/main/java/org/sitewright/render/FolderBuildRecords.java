package org.sitewright.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.MediaId;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;

/// Keeps the records as one text file for each site: a line that names format and program, then a line for each
/// different list of classes and for each page, of which the last counts. Every line ends with its checksum: one that
/// is torn or damaged counts as not there, and its page is drawn again. A build adds lines for what changed; when
/// most lines are old, the file is written anew.
public final class FolderBuildRecords implements BuildRecords {
    private static final Logger LOG = System.getLogger(FolderBuildRecords.class.getName());
    private static final String FORMAT = "sitewright-build 2 ";
    private static final long MOST_BYTES_A_PAGE = 1_000;

    private final Path folder;
    private final String program;

    /// @param program names this program exactly: what another one drew may look different
    public FolderBuildRecords(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    @Override
    public Map<PageId, PageRecord> read(SiteId site) {
        try {
            return parse(Files.readAllLines(file(site)));
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException | RuntimeException damaged) {
            LOG.log(Level.DEBUG, "the record of the last build is not used", damaged);
            return Map.of();
        }
    }

    @Override
    public void write(SiteId site, Map<PageId, PageRecord> pages, Map<PageId, PageRecord> changed) {
        Path file = file(site);
        try {
            Files.createDirectories(folder);
            boolean add = changed.size() * 2 < pages.size()
                    && Files.isRegularFile(file)
                    && Files.size(file) < MOST_BYTES_A_PAGE * (pages.size() + 100L)
                    && ofThisProgram(file);
            if (add) {
                Files.writeString(file, "\n" + lines(changed), StandardOpenOption.APPEND);
                return;
            }
            Path part = Files.createTempFile(folder, "new", ".part");
            try {
                Files.writeString(part, FORMAT + program + "\n" + lines(pages));
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException refused) {
            LOG.log(
                    Level.WARNING,
                    "the record of this build could not be kept; the next one draws more pages",
                    refused);
        }
    }

    private boolean ofThisProgram(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return (FORMAT + program).equals(reader.readLine());
        }
    }

    private static String lines(Map<PageId, PageRecord> pages) {
        StringBuilder out = new StringBuilder(300 * pages.size() + 1_000);
        Map<List<String>, String> lists = new HashMap<>();
        pages.forEach((id, page) -> {
            String list = lists.computeIfAbsent(page.classes(), classes -> {
                String words = String.join(" ", classes);
                String name = Hashes.of(words).substring(0, 12);
                line(out, "c\t" + name + "\t" + words);
                return name;
            });
            StringBuilder line = new StringBuilder(300).append("p\t").append(id);
            line.append('\t').append(page.inputs()).append('\t').append(page.shell());
            written(page.file(), line);
            written(page.card(), line);
            line.append('\t').append(list).append('\t');
            page.media()
                    .forEach((media, look) ->
                            line.append(media.sha256()).append('=').append(look).append(' '));
            line(out, line.toString());
        });
        return out.toString();
    }

    private static void written(PageRecord.@Nullable Written file, StringBuilder line) {
        line.append('\t');
        if (file != null) {
            line.append(file.path())
                    .append(' ')
                    .append(file.sha256())
                    .append(' ')
                    .append(file.size());
        }
    }

    private static PageRecord.@Nullable Written written(String text) {
        String[] parts = text.split(" ");
        return parts.length == 3 ? new PageRecord.Written(parts[0], parts[1], Long.parseLong(parts[2])) : null;
    }

    private static void line(StringBuilder out, String line) {
        out.append(line).append('\t').append(checksum(line)).append('\n');
    }

    private static String checksum(String line) {
        CRC32 sum = new CRC32();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private Map<PageId, PageRecord> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(FORMAT + program)) {
            return Map.of();
        }
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, Map<MediaId, String>> media = new HashMap<>();
        Map<PageId, PageRecord> pages = new HashMap<>();
        for (String line : lines) {
            int sum = line.lastIndexOf('\t');
            if (sum < 0 || !checksum(line.substring(0, sum)).equals(line.substring(sum + 1))) {
                continue;
            }
            String[] parts = line.substring(0, sum).split("\t", -1);
            if (parts[0].equals("c")) {
                lists.put(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(" ")));
            } else if (parts[0].equals("p") && lists.containsKey(parts[6])) {
                pages.put(
                        new PageId(UUID.fromString(parts[1])),
                        page(parts, lists.get(parts[6]), media.computeIfAbsent(parts[7], FolderBuildRecords::media)));
            }
        }
        return pages;
    }

    /// Pages that show the same share one map, as they share a list of classes.
    private static Map<MediaId, String> media(String text) {
        Map<MediaId, String> media = new HashMap<>();
        for (String each : text.strip().split(" ")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                media.put(new MediaId(each.substring(0, equals)), each.substring(equals + 1));
            }
        }
        return Map.copyOf(media);
    }

    private static PageRecord page(String[] parts, List<String> classes, Map<MediaId, String> media) {
        return new PageRecord(
                parts[2],
                parts[3],
                Objects.requireNonNull(written(parts[4]), "a page has a file"),
                written(parts[5]),
                classes,
                media);
    }

    private Path file(SiteId site) {
        return folder.resolve(site + ".txt");
    }
}

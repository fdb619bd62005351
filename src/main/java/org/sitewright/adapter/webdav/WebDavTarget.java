package org.sitewright.adapter.webdav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.adapter.http.Answer;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.Capabilities;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.RemoteText;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.render.RulesBlock;
import org.sitewright.work.CancelToken;

/// A folder of a WebDAV server. Tags are the ETags that it lists, or size and time where it lists none. They are always
/// taken from a list, since nginx lists none and yet tells one to who gets the content. A file is sent under another
/// name and moved to its own. Records are written on condition, which servers without ETags do not check.
public final class WebDavTarget implements PublishTarget {
    private static final int PARALLEL = 8;
    private static final String PART_PREFIX = ".sitewright-";
    private static final int TRIES = 4;
    /// Apache calls the tag of a file weak until the file is a second old, and no weak tag fits a condition.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">If-Match</a>
    private static final Duration SETTLING = Duration.ofMillis(1_100);

    private final TargetSettings.WebDav settings;
    private final DavRequests requests;
    private final Pause pause;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /// Makes no connection yet.
    ///
    /// @throws PublishProblem when the settings cannot be right
    public WebDavTarget(TargetSettings.WebDav settings, Credentials credentials, Pause pause) {
        this.settings = settings;
        this.requests = new DavRequests(settings, credentials, pause);
        this.pause = pause;
    }

    @Override
    public String describe() {
        return "the folder " + settings.address();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, PARALLEL);
    }

    @Override
    public Verdict test() {
        try {
            prepare();
            String probe = PART_PREFIX + "probe.txt";
            send(probe, HttpRequest.BodyPublishers.ofString("1"));
            String first = tag(probe);
            boolean guarded =
                    requests.send(to(probe, "\"not-" + first + "\"", "2")).status() == 412;
            requests.send("DELETE", probe);
            return new Verdict.Ready(
                    new Support(guarded, false),
                    guarded
                            ? List.of()
                            : List.of("The server does not check conditions, so publish from one computer only."));
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    @Override
    public List<RemoteFile> list() {
        prepare();
        List<RemoteFile> files = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>(List.of(""));
        while (!folders.isEmpty()) {
            String folder = folders.pop();
            for (DavListing.Item item : look(folder, "1")) {
                if (item.path().equals(folder)) {
                    continue;
                }
                if (item.folder()) {
                    known.add(item.path());
                    folders.push(item.path());
                } else if (!name(item.path()).startsWith(PART_PREFIX)) {
                    files.add(item.file());
                }
            }
        }
        if (files.stream().noneMatch(file -> file.path().equals(RulesBlock.PATH))) {
            hidden(RulesBlock.PATH).ifPresent(files::add);
        }
        files.sort(Comparator.comparing(RemoteFile::path));
        return files;
    }

    /// What a server leaves out of the list of a folder and yet has, as nginx does with names that begin with a dot.
    private Optional<RemoteFile> hidden(String path) {
        Answer answer = listing(path, "0");
        return answer.status() == 404
                ? Optional.empty()
                : items(answer).stream()
                        .filter(item -> item.path().equals(path) && !item.folder())
                        .map(DavListing.Item::file)
                        .findFirst();
    }

    @Override
    public String put(OutputFile file, CancelToken cancel) {
        return cancel.breakingOff(() -> put(file), () -> requests.drop(part(file.path())));
    }

    @Override
    public String put(OutputFile file) {
        prepare();
        String folder = folder(file.path());
        makeFolders(folder);
        String part = part(file.path());
        Answer moved = send(file, part);
        if (moved.status() == 404 || moved.status() == 409) {
            // The answer to a move that was done may have been lost, or somebody removed a folder that was known.
            forget(folder);
            makeFolders(folder);
            moved = send(file, part);
        }
        if (!moved.isGood()) {
            requests.send("DELETE", part);
        }
        requests.good(moved);
        return tag(file.path());
    }

    /// @return what the server says of the last step
    private Answer send(OutputFile file, String part) {
        HttpRequest.BodyPublisher content = file.size() == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> file.source().open()),
                        file.size());
        Answer sent = requests.send(requests.to(part).PUT(content));
        return sent.isGood()
                ? requests.send(
                        "MOVE", part, "Destination", requests.at(file.path()).toString(), "Overwrite", "T")
                : sent;
    }

    private void forget(String folder) {
        for (String each = folder; !each.isEmpty(); each = folder(each)) {
            known.remove(each);
        }
    }

    @Override
    public Optional<String> expectedTag(OutputFile file) {
        return Optional.empty();
    }

    /// Folders that become empty stay: to delete one would delete what somebody puts there in the same moment.
    @Override
    public void delete(Collection<String> paths) {
        for (String path : paths) {
            Answer answer = requests.send("DELETE", path);
            if (answer.status() != 404) {
                requests.good(answer);
            }
        }
    }

    /// The tag is asked for before the text: what is written in between then has another tag than the one returned.
    @Override
    public Optional<RemoteText> read(String path) {
        Answer listed = listing(path, "0");
        if (listed.status() == 404) {
            return Optional.empty();
        }
        String tag = tag(items(listed));
        Answer answer = requests.send("GET", path);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(new RemoteText(requests.good(answer).text(), tag));
    }

    @Override
    public InputStream open(String path) {
        return new ByteArrayInputStream(
                requests.good(requests.send("GET", path)).body());
    }

    @Override
    public Optional<String> writeIf(String path, String text, String expectedTag) {
        prepare();
        makeFolders(folder(path));
        if (!read(path).map(RemoteText::tag).orElse("").equals(expectedTag)) {
            return Optional.empty();
        }
        String condition = expectedTag.isEmpty() || expectedTag.contains(" ") ? "" : "\"" + expectedTag + "\"";
        for (int tries = 1; ; tries++) {
            Answer answer = requests.send(
                    expectedTag.isEmpty()
                            ? to(path, "", text).header("If-None-Match", "*")
                            : to(path, condition, text));
            if (answer.status() != 412) {
                requests.good(answer);
                return Optional.of(tag(path));
            }
            Optional<RemoteText> there = read(path);
            boolean untouched =
                    there.filter(file -> file.tag().equals(expectedTag)).isPresent();
            if (!untouched || tries == TRIES) {
                // The answer to our own write may have been lost, and the write repeated.
                return there.filter(file -> file.text().equals(text)).map(RemoteText::tag);
            }
            pause.of(SETTLING);
        }
    }

    @Override
    public Optional<String> objection(String path) {
        return HostNames.objection(path);
    }

    @Override
    public String publicUrl(String path) {
        return PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        requests.close();
    }

    /// Makes the folder where only it is missing.
    private void prepare() {
        if (known.contains("")) {
            return;
        }
        int status = requests.send("PROPFIND", "", "Depth", "0").status();
        if (status == 404) {
            Answer made = requests.send("MKCOL", "");
            if (made.status() == 409) {
                throw new PublishProblem(requests.missing());
            }
            requests.good(made);
        } else if (status != 207) {
            throw requests.refused(status == 200 ? 405 : status);
        }
        known.add("");
    }

    private List<DavListing.Item> look(String path, String depth) {
        return items(listing(path, depth));
    }

    private Answer listing(String path, String depth) {
        HttpRequest.Builder request = requests.to(path.isEmpty() || depth.equals("0") ? path : path + "/")
                .header("Depth", depth)
                .header("Content-Type", "application/xml; charset=utf-8")
                .method("PROPFIND", HttpRequest.BodyPublishers.ofString(DavListing.ASK));
        return requests.send(request);
    }

    private List<DavListing.Item> items(Answer answer) {
        try {
            return DavListing.read(requests.good(answer).body(), requests.rootPath());
        } catch (IOException garbled) {
            throw new PublishProblem(
                    new PublishFailure.Unexpected(
                            "The server " + requests.host() + " does not list its files as WebDAV asks for.",
                            "Check the address: hosts give one of their own for WebDAV."),
                    garbled);
        }
    }

    private String tag(String path) {
        return tag(look(path, "0"));
    }

    private static String tag(List<DavListing.Item> items) {
        return items.stream().map(item -> item.file().tag()).findFirst().orElse("");
    }

    private void send(String path, HttpRequest.BodyPublisher content) {
        requests.good(requests.send(requests.to(path).PUT(content)));
    }

    private HttpRequest.Builder to(String path, String condition, String text) {
        HttpRequest.Builder request =
                requests.to(path).PUT(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        return condition.isEmpty() ? request : request.header("If-Match", condition);
    }

    private void makeFolders(String folder) {
        if (folder.isEmpty() || known.contains(folder)) {
            return;
        }
        makeFolders(folder(folder));
        Answer answer = requests.send("MKCOL", folder + "/");
        if (answer.status() != 405) {
            requests.good(answer);
        }
        known.add(folder);
    }

    private static String part(String path) {
        String id =
                UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
        String folder = folder(path);
        return (folder.isEmpty() ? "" : folder + "/") + PART_PREFIX + id + ".part";
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

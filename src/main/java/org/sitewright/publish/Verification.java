package org.sitewright.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// Proof after publishing: the host lists every file as it was sent, and visitors get the pages with what they use.
final class Verification {
    /// Up to so many pages are all looked at; of more, so many spread over the site.
    static final int PAGES = 60;

    private static final int FILES = 200;
    private static final int AT_ONCE = 8;
    private static final int NAMED = 5;
    /// After so many unanswered visits there is no use in more.
    private static final int UNANSWERED = 4;

    private final PublishTarget target;
    private final Visitor visitor;

    Verification(PublishTarget target, Visitor visitor) {
        this.target = target;
        this.visitor = visitor;
    }

    /// The files that the host does not have as they were sent, with what is wrong; usually none.
    Map<String, String> lost(Manifest live) {
        Map<String, RemoteFile> listed = new LinkedHashMap<>();
        target.list().forEach(file -> listed.put(file.path(), file));
        Map<String, String> lost = new TreeMap<>();
        live.files().forEach((path, entry) -> {
            String fault = fault(listed.get(path), entry);
            if (!fault.isEmpty()) {
                lost.put(path, fault);
            }
        });
        return lost;
    }

    private static String fault(@Nullable RemoteFile there, Entry entry) {
        if (there == null) {
            return "is missing";
        }
        if (!there.mayHave(entry.size())) {
            return "has " + there.size() + " bytes instead of " + entry.size();
        }
        return entry.tag().isEmpty() || there.tag().equals(entry.tag()) ? "" : "has other content";
    }

    /// Looks at the site as a visitor. Nothing is looked at where there is no public address.
    ///
    /// @return what is wrong, for a person to read; usually nothing
    List<String> visit(OutputTree tree, Progress progress, CancelToken cancel) {
        Map<String, OutputFile> wanted = new LinkedHashMap<>();
        if (address("index.html") == null) {
            return List.of();
        }
        List<OutputFile> pages = sample(tree);
        pages.forEach(page -> wanted.put(page.path(), page));
        used(tree, pages).stream().limit(FILES).forEach(asset -> wanted.put(asset.path(), asset));
        Map<String, String> wrong = Collections.synchronizedMap(new TreeMap<>());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger unanswered = new AtomicInteger();
        try {
            Parallel.each(wanted.values(), AT_ONCE, cancel, file -> {
                progress.at(done.getAndIncrement(), wanted.size(), "Looking at the site as a visitor");
                if (unanswered.get() < UNANSWERED) {
                    look(file, wrong, unanswered);
                }
            });
        } catch (CancellationException enough) {
            return List.of("Looking at the site as a visitor was stopped.");
        }
        return words(wrong, wanted.size(), unanswered.get());
    }

    private void look(OutputFile file, Map<String, String> wrong, AtomicInteger unanswered) {
        URI address = address(file.path());
        if (address == null) {
            return;
        }
        Visitor.Seen seen = visitor.visit(address);
        if (seen.status() == 0) {
            unanswered.incrementAndGet();
            wrong.put(address.toString(), seen.fault());
        } else if (seen.status() > 0 && seen.status() != 200) {
            wrong.put(address.toString(), "answers " + seen.status());
        } else if (seen.status() == 200 && !seen.sha256().equals(file.sha256())) {
            wrong.put(address.toString(), "shows something else than was published");
        }
    }

    private @Nullable URI address(String path) {
        String text = path.equals("404.html") ? "" : target.publicUrl(path);
        try {
            return text.startsWith("http") ? new URI(text) : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private static List<String> words(Map<String, String> wrong, int looked, int unanswered) {
        if (wrong.isEmpty()) {
            return List.of();
        }
        Map.Entry<String, String> first = wrong.entrySet().iterator().next();
        if (unanswered >= UNANSWERED) {
            return List.of("All files are at the host, but visitors cannot see the site yet: " + first.getKey() + " "
                    + first.getValue() + ". Check the public address of the target and where its domain points.");
        }
        List<String> named = wrong.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        String more = wrong.size() > NAMED ? ", and " + (wrong.size() - NAMED) + " more" : "";
        return List.of("All files are at the host, but of " + looked + " addresses that were looked at, " + wrong.size()
                + " did not show what was published: " + String.join("; ", named) + more
                + ". A cache may still hold what was there before; look again in some minutes.");
    }

    private static List<OutputFile> sample(OutputTree tree) {
        List<OutputFile> pages = tree.files().values().stream()
                .filter(file -> Reasons.isPage(file.path()))
                .toList();
        if (pages.size() <= PAGES) {
            return pages;
        }
        Set<OutputFile> chosen = new LinkedHashSet<>();
        tree.file("index.html").ifPresent(chosen::add);
        for (int i = 0; i < PAGES - 1; i++) {
            chosen.add(pages.get((int) ((long) i * pages.size() / (PAGES - 1))));
        }
        return new ArrayList<>(chosen);
    }

    private static Set<OutputFile> used(OutputTree tree, List<OutputFile> pages) {
        Set<OutputFile> used = new LinkedHashSet<>();
        for (OutputFile page : pages) {
            Reasons.assets(page).forEach(path -> tree.file(path).ifPresent(used::add));
        }
        return used;
    }
}

package org.sitewright.storage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// The process that the kill campaign kills: opens the store, says what it found, and saves until it dies, saying
/// after each save which one is done. Arguments: the data folder, and how many saves to make at most.
final class KilledWriter {
    private static final Site SITE = new SomeSite(42, OpenStore.USER).bakery(3);

    private KilledWriter() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        long cpu = cpu();
        Store store = StoreOpening.open(Path.of(arguments[0]), Clock.systemUTC(), new Ids(new Random()));
        StoredSites sites = new StoredSites(store);
        Optional<Site> found = sites.find(SITE.id());
        long count = found.map(KilledWriter::count).orElse(0L);
        say("OPENED " + (System.nanoTime() - start) / 1_000_000 + " " + (cpu() - cpu) / 1_000_000);
        say("FOUND " + (found.isEmpty() || found.get().equals(numbered(count)) ? count : -1));
        if (found.isEmpty()) {
            new StoredAccounts(store).add(OpenStore.account(OpenStore.USER, "ada@example.org"));
            sites.create(numbered(0), OpenStore.CHANGE);
        }
        long last = count + Long.parseLong(arguments[1]);
        while (count < last) {
            count++;
            sites.save(numbered(count), OpenStore.CHANGE);
            say("SAVED " + count);
        }
        store.close();
    }

    /// The site as the save of that number leaves it: its name, one page of three, now and then the order of pages.
    private static Site numbered(long count) {
        Site site = SITE.withDetails("Save " + count, "", "en");
        Section section = site.pages().get((int) (count % 3)).sections().getFirst();
        Site edited = site.withSection(
                section.id(), old -> old.withContent(old.content().with("title", new Value.Text("Title " + count))));
        return count % 7 == 0 ? edited.withPages(edited.pages().reversed()) : edited;
    }

    private static long count(Site site) {
        return Long.parseLong(site.name().substring("Save ".length()));
    }

    /// What this process has worked, which other processes on the machine cannot lengthen.
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}

package org.sitewright.bench;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sitewright.edit.Editor;
import org.sitewright.edit.History;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Transaction;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// As many undo steps as are kept, on a site of 1,000 pages whose first page has 100 sections: the memory that they
/// hold beside the site.
final class UndoBench {
    private static final int PAGES = 1_000;
    private static final long MOST = 64L << 20;

    private UndoBench() {}

    static boolean run() {
        ManyPages many = new ManyPages();
        Site plain = many.site(PAGES);
        List<org.sitewright.site.Page> pages = new java.util.ArrayList<>(plain.pages());
        pages.set(0, plain.home().withSections(many.sections(100, "Home")));
        Site site = plain.withPages(pages);
        Editor editor = new Editor(site, Clock.systemUTC());
        SectionCommands commands = new SectionCommands(Section::kind, new Ids(new Random(1)));
        List<SectionId> ids = site.home().sections().stream().map(Section::id).toList();
        long before = used();
        for (int i = 0; i < History.MOST; i++) {
            SectionId section = ids.get(i % ids.size());
            if (i % 10 == 9) {
                editor.run(commands.several().move(List.of(section), i % 20 == 9 ? 1 : -1));
            } else {
                editor.run(commands.setField(
                        section, FieldPath.of("title"), new Value.Text("Step " + i), Transaction.Source.PANEL));
            }
        }
        long held = used() - before;
        int steps = 0;
        while (editor.undo()) {
            steps++;
        }
        boolean same = editor.site().equals(site);
        System.out.printf(
                Locale.ROOT,
                "%,d undo steps on a site of %,d pages hold %.1f MB (under 64); all undone gives the first site: %s%n",
                steps,
                PAGES,
                held / 1048576.0,
                same);
        return held < MOST && same && steps > 9_000;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

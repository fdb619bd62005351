package org.sitewright.bench;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.sitewright.edit.Editor;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Transaction;
import org.sitewright.fixture.Assets;
import org.sitewright.render.CanvasRenderer;
import org.sitewright.render.PictureSource;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// One keystroke on a page of 60 sections: the edit, its dispatch, and the HTML of the section that changed.
final class KeystrokeBench {
    private static final int SECTIONS = 60;
    private static final int KEYS = 3_000;

    private KeystrokeBench() {}

    static boolean run() {
        ManyPages many = new ManyPages();
        Site small = many.site(10);
        Page home = small.home().withSections(many.sections(SECTIONS, "Home"));
        Site site = small.withPages(List.of(home));
        CanvasRenderer renderer = new CanvasRenderer(Assets.catalogue());
        PictureSource pictures = media ->
                Optional.of(new PictureSource.Picture(1200, 900, "http://127.0.0.1:1/media/" + media, List.of()));
        Editor editor = new Editor(site, Clock.systemUTC());
        SectionCommands commands = new SectionCommands(Section::kind, new Ids(new Random(1)));
        double[] millis = new double[KEYS];
        long length = 0;
        for (int key = 0; key < KEYS; key++) {
            Section section = home.sections().get(key % SECTIONS);
            Value typed = new Value.Text("Typed " + key);
            long start = System.nanoTime();
            editor.run(commands.setField(section.id(), FieldPath.of("title"), typed, Transaction.Source.PANEL));
            Section changed = editor.site().section(section.id()).orElseThrow();
            length += renderer.section(editor.site(), home.id(), changed, pictures)
                    .length();
            millis[key] = (System.nanoTime() - start) / 1e6;
        }
        // The first key of each kind compiles its template, as the first drawing of the page does in the editor.
        double[] warm = Arrays.copyOfRange(millis, SECTIONS, KEYS);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        double slow = warm[(int) (warm.length * 0.99)];
        System.out.printf(
                Locale.ROOT,
                "keystroke on a page of %d sections: p50 %.3f ms (under 5), p99 %.3f ms (under 16), worst %.1f ms, "
                        + "%,d bytes of HTML each%n",
                SECTIONS,
                median,
                slow,
                warm[warm.length - 1],
                length / KEYS);
        return median < 5 && slow < 16;
    }
}

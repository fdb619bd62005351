package org.sitewright.ui.editor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.Session;
import org.sitewright.app.Wiring;
import org.sitewright.app.Workspace;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.control.PanelRequest;
import org.sitewright.ui.fx.Destination;

/// The lists of a site of 1,000 pages with a library of 5,000 pictures, in the window: how long each takes to open and
/// the longest frame while it scrolls. Runs in a Java of its own.
public final class ListsRun {
    private static final int PAGES = 1_000;
    /// No menu lists a thousand pages.
    private static final int IN_MENU = 8;
    private static final int MEDIA = 5_000;
    private static final int ROUNDS = 4;
    private static final int DRAWN = 200;
    private static final int FRAMES = 120;
    private static final double MOST_OPENING = 200;
    private static final double MOST_FRAME = 1000.0 / 60;
    private static final double MOST_PALETTE = 30;

    private final Stage stage;
    private final Wiring wiring;
    private final Site site;
    private final Map<String, List<Took>> measured = new HashMap<>();
    private boolean kept = true;

    /// What an act took, by the clock and in work of the screen's thread.
    private record Took(double millis, double worked) {}

    private ListsRun(Stage stage, Wiring wiring, Site site) {
        this.stage = stage;
        this.wiring = wiring;
        this.site = site;
    }

    /// Exits with 1 when a limit is missed.
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("lists-bench");
        Platform.startup(() -> {});
        Workspace workspace =
                Workspace.open(data, Path.of(System.getProperty("sitewright.assets", "assets")), Clock.systemUTC());
        Account account = workspace
                .accounts()
                .create("a@b.example", "A", "Correct-horse-9".toCharArray(), Account.UserType.FREELANCER);
        Site site = site(workspace, account);
        workspace.sites().save(site, new Change(account.id(), "A thousand pages"));
        fill(workspace, site, account);
        Wiring wiring = onScreen(() -> new Wiring(workspace, new Look(), url -> {}));
        Stage stage = onScreen(() -> {
            Stage fresh = new Stage();
            Scene scene = new Scene(wiring.shell().root(), 1440, 900);
            new Look().dress(scene);
            fresh.setScene(scene);
            fresh.show();
            wiring.shell().signedIn(Session.of(account, Clock.systemUTC().instant()));
            return fresh;
        });
        ListsRun run = new ListsRun(stage, wiring, site);
        run.all();
        System.exit(run.kept ? 0 : 1);
    }

    private void all() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            boolean told = round == ROUNDS - 1;
            open(false, "editor", new Destination.Editor(site.id()), "page-list");
            await(() -> wiring.shell().screen() instanceof EditorView view
                    && view.canvas().isReady());
            outline(told);
            panel(told, "pages in the menu", "menu", "menu-panel", "menu-pages");
            palette(told);
            open(told, "media", new Destination.Media(site.id()), "media-grid");
            if (told) {
                scroll("media, pictures drawn on the way", "media-grid");
            }
        }
    }

    private void open(boolean told, String what, Destination destination, String id) throws Exception {
        Took took = shown(() -> wiring.shell().open(destination), () -> hasRows(id));
        tell(told, what + " opens", took, MOST_OPENING);
    }

    private void outline(boolean told) throws Exception {
        Took took = shown(() -> editor().show(site.pages().get(PAGES / 2).id()), () -> hasRows("page-list"));
        tell(told, "another page is chosen in the outline", took, MOST_OPENING);
        if (told) {
            scroll("pages of the outline", "page-list");
        }
    }

    private void panel(boolean told, String what, String panel, String root, String list) throws Exception {
        Took took = shown(
                () -> editor().root().getChildrenUnmodifiable().getFirst().fireEvent(new PanelRequest(panel)),
                () -> hasRows(list));
        tell(told, what + " open", took, MOST_OPENING);
        if (told) {
            scroll(what, list);
        }
    }

    private void palette(boolean told) throws Exception {
        Took opened = shown(() -> key(KeyCode.K), () -> hasRows("palette-list"));
        Took worst = new Took(0, 0);
        for (String typed : List.of("p", "pa", "pag", "page 9", "page 99", "hero", "zzzz")) {
            Took one =
                    shown(() -> ((TextField) Objects.requireNonNull(find("palette-text"))).setText(typed), () -> true);
            worst = one.worked() > worst.worked() ? one : worst;
        }
        tell(told, "palette opens", opened, MOST_PALETTE);
        tell(told, "palette searches, the slowest of 7", worst, MOST_PALETTE);
        onScreen(() -> {
            fire(KeyCode.ESCAPE, false);
            return true;
        });
    }

    private void key(KeyCode code) {
        fire(code, true);
    }

    private void fire(KeyCode code, boolean control) {
        Node text = find("palette-text");
        javafx.event.Event.fireEvent(
                text == null ? stage.getScene() : text,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    /// From the act to the end of the first layout in which it shows.
    private Took shown(Runnable act, BooleanSupplier there) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        long[] times = new long[4];
        Runnable[] look = new Runnable[1];
        look[0] = () -> {
            if (there.getAsBoolean()) {
                times[1] = System.nanoTime();
                times[3] = worked();
                stage.getScene().removePostLayoutPulseListener(look[0]);
                done.countDown();
            } else {
                Platform.requestNextPulse();
            }
        };
        onScreen(() -> {
            times[0] = System.nanoTime();
            times[2] = worked();
            act.run();
            stage.getScene().addPostLayoutPulseListener(look[0]);
            Platform.requestNextPulse();
            return true;
        });
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not show");
        }
        return new Took((times[1] - times[0]) / 1e6, (times[3] - times[2]) / 1e6);
    }

    /// A third of the height in each frame, and every twentieth a jump: what the screen's thread does until layout is
    /// done, without the wait for the next frame.
    private void scroll(String what, String id) throws Exception {
        double[] millis = new double[FRAMES];
        CountDownLatch done = new CountDownLatch(1);
        onScreen(() -> {
            ListView<?> list = (ListView<?>) Objects.requireNonNull(find(id));
            VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
            Frames frames =
                    new Frames(flow, list.getHeight() / 3, list.getItems().size(), millis, done);
            stage.getScene().addPostLayoutPulseListener(frames::laidOut);
            frames.start();
            return true;
        });
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not scroll");
        }
        double[] sorted = millis.clone();
        java.util.Arrays.sort(sorted);
        tell(what + ": longest of " + FRAMES + " frames", sorted[FRAMES - 1], MOST_FRAME);
        System.out.printf(Locale.ROOT, "    half of them under %.1f ms%n", sorted[FRAMES / 2]);
    }

    /// What this thread has worked so far, without what other programs took from it.
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static final class Frames extends AnimationTimer {
        private final VirtualFlow<?> flow;
        private final double step;
        private final int rows;
        private final double[] millis;
        private final CountDownLatch done;
        private int frame;
        private long began;

        Frames(VirtualFlow<?> flow, double step, int rows, double[] millis, CountDownLatch done) {
            this.flow = flow;
            this.step = step;
            this.rows = rows;
            this.millis = millis;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            began = worked();
            if (frame % 20 == 19) {
                flow.scrollTo((int) ((long) rows * frame / FRAMES));
            } else {
                double unused = flow.scrollPixels(step);
            }
        }

        void laidOut() {
            if (began != 0 && frame < FRAMES) {
                millis[frame++] = (worked() - began) / 1e6;
                began = 0;
                if (frame == FRAMES) {
                    stop();
                    done.countDown();
                }
            }
        }
    }

    /// The median of what was measured after the first round, which loads the classes of every screen. On a machine
    /// that other programs keep busy the clock says more than the work.
    private void tell(boolean told, String what, Took took, double most) {
        List<Took> all = measured.computeIfAbsent(what, name -> new ArrayList<>());
        all.add(took);
        if (told) {
            Took median = all.stream()
                    .skip(1)
                    .sorted(Comparator.comparingDouble(Took::millis))
                    .toList()
                    .get((all.size() - 1) / 2);
            System.out.printf(
                    Locale.ROOT, "%s: %.1f ms by the clock, of which the screen's thread%n    ", what, median.millis());
            tell("worked", median.worked(), most);
        }
    }

    private void tell(String what, double millis, double most) {
        boolean within = millis < most;
        kept &= within;
        System.out.printf(Locale.ROOT, "%s: %.1f ms (under %.1f)%s%n", what, millis, most, within ? "" : "  MISSED");
    }

    private EditorView editor() {
        return (EditorView) Objects.requireNonNull(wiring.shell().screen());
    }

    private @Nullable Node find(String id) {
        return stage.getScene().getRoot().lookup("#" + id);
    }

    private boolean hasRows(String id) {
        return find(id) instanceof ListView<?> list
                && !list.getItems().isEmpty()
                && list.getHeight() > 0
                && list.lookup(".list-cell") != null;
    }

    private static Site site(Workspace workspace, Account account) {
        Site starter = workspace
                .siteMaker()
                .fromStarter(workspace.catalogue().starter("bakery").orElseThrow(), "Bench", account.id());
        Ids ids = workspace.ids();
        List<Page> pages = new ArrayList<>(PAGES);
        for (int i = 0; i < PAGES; i++) {
            Page like = starter.home();
            List<Section> sections = like.sections().stream()
                    .limit(5)
                    .map(section -> section.withId(new SectionId(ids.next())))
                    .toList();
            pages.add(new Page(
                    new PageId(ids.next()),
                    "Page " + i,
                    "page-" + i,
                    "Page " + i,
                    like.description(),
                    like.icon(),
                    like.seo(),
                    true,
                    PageRole.PAGE,
                    i < IN_MENU,
                    sections));
        }
        pages.set(0, starter.home());
        return starter.withPages(pages);
    }

    /// The first few hundred have bytes of their own, as small pictures are made of what comes into sight.
    private static void fill(Workspace workspace, Site site, Account account) throws IOException {
        Change change = new Change(account.id(), "Fill the library");
        for (int i = 0; i < MEDIA; i++) {
            boolean drawn = i >= MEDIA - DRAWN;
            MediaId id = drawn ? picture(workspace, i) : new MediaId(String.format(Locale.ROOT, "%064x", i + 1L));
            MediaItem unused = workspace
                    .mediaLibrary()
                    .add(
                            new MediaItem(
                                    site.id(),
                                    id,
                                    "picture " + i + ".png",
                                    "image/png",
                                    640,
                                    480,
                                    "",
                                    20_000,
                                    workspace.clock().instant()),
                            change);
        }
    }

    private static MediaId picture(Workspace workspace, int number) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.getHSBColor(number / 400f, 0.6f, 0.8f));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(java.awt.Color.WHITE);
        pen.drawString("Picture " + number, 40, 40);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        try (InputStream in = new ByteArrayInputStream(out.toByteArray())) {
            return workspace.mediaStore().put(in);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!onScreen(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the screen did not open");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static <T> T onScreen(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }
}

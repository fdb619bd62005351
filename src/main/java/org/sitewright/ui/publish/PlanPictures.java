package org.sitewright.ui.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.fx.Work;

/// Pictures of pages as they are live and as they will be, taken one after another and only while somebody still looks.
/// The screen's thread owns it.
final class PlanPictures {
    private final PagePictures pictures;
    private final Work work;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final Map<Side, String> addresses = new EnumMap<>(Side.class);
    private @Nullable PlanSource source;
    private boolean drawing;
    private int generation;

    private record Wish(
            Side side, String path, PagePictures.Size size, BooleanSupplier wanted, Consumer<Optional<Image>> done) {}

    PlanPictures(PagePictures pictures, Work work) {
        this.pictures = pictures;
        this.work = work;
    }

    /// From now on pictures are of this plan.
    void show(@Nullable PlanSource next) {
        forget();
        generation++;
        source = next;
        drawing = false;
        if (next != null) {
            for (Side side : Side.values()) {
                addresses.put(side, pictures.server().putBuild(name(side), next.files(side)));
            }
        }
    }

    /// @param wanted asked before work is begun
    /// @param done gets the picture; nothing where that side cannot be shown
    void request(
            Side side, String path, PagePictures.Size size, BooleanSupplier wanted, Consumer<Optional<Image>> done) {
        PlanSource now = source;
        String sha256 = now == null ? "" : now.sha256(side, path).orElse("");
        Optional<Image> kept = sha256.isEmpty() ? Optional.empty() : pictures.kept(sha256, size);
        if (sha256.isEmpty() || kept.isPresent()) {
            done.accept(kept);
            return;
        }
        waiting.addLast(new Wish(side, path, size, wanted, done));
        next();
    }

    /// Forgets what is waiting.
    void close() {
        show(null);
    }

    private void forget() {
        waiting.clear();
        pictures.clear();
        for (Side side : Side.values()) {
            pictures.server().removeBuild(name(side));
        }
    }

    private void next() {
        PlanSource now = source;
        while (!drawing && now != null && !waiting.isEmpty()) {
            Wish wish = waiting.removeFirst();
            if (wish.wanted().getAsBoolean()) {
                drawing = true;
                draw(now, wish, generation);
            }
        }
    }

    /// The page itself is read first, so that one that cannot be had is not pictured as an empty one.
    private void draw(PlanSource from, Wish wish, int of) {
        work.<Boolean>run(
                (progress, cancel) -> from.read(wish.side(), wish.path()).isPresent(),
                there -> {
                    if (of != generation) {
                        return;
                    }
                    if (there) {
                        pictures.request(
                                from.sha256(wish.side(), wish.path()).orElse(""),
                                addresses.get(wish.side()) + wish.path(),
                                wish.size(),
                                image -> drawn(wish, Optional.of(image), of));
                    } else {
                        drawn(wish, Optional.empty(), of);
                    }
                },
                fault -> drawn(wish, Optional.empty(), of));
    }

    private void drawn(Wish wish, Optional<Image> image, int of) {
        if (of == generation) {
            drawing = false;
            wish.done().accept(image);
            next();
        }
    }

    private String name(Side side) {
        return "plan-" + Integer.toHexString(System.identityHashCode(this)) + "-" + generation + "-"
                + (side == Side.BEFORE ? "before" : "after");
    }
}

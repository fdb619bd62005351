package org.sitewright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.media.ImageVariants;
import org.sitewright.media.MediaStore;
import org.sitewright.media.Variant;
import org.sitewright.media.Variants;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Gives builds the pictures of a media store in the widths that pages need.
public final class MediaPictures implements PictureFiles {
    private static final List<Integer> WIDTHS = List.of(480, 800, 1200, 1600, 2400);

    private final MediaStore store;
    private final ImageVariants variants;

    public MediaPictures(MediaStore store, ImageVariants variants) {
        this.store = store;
        this.variants = variants;
    }

    @Override
    public Optional<Made> files(MediaId media, CancelToken cancel) {
        cancel.check();
        if (!store.has(media)) {
            return Optional.empty();
        }
        Variants made = variants.of(media, WIDTHS);
        List<MadeFile> files = new ArrayList<>();
        if (made.variants().size() > 1) {
            made.variants().forEach(each -> files.add(file(each)));
        }
        return Optional.of(new Made(made.width(), made.height(), file(made.fallback()), files));
    }

    private static MadeFile file(Variant variant) {
        return new MadeFile(variant.width(), variant.type().contentType(), variant.file(), variant.sha256());
    }
}

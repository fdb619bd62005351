package org.sitewright.render;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Supplier;
import org.sitewright.library.Catalogue;
import org.sitewright.media.PictureEncoder;

/// The drawn cards of pages as files. Each is drawn once and kept; its name is that of what it shows.
final class CardPictures {
    static final String PREFIX = "assets/card-";

    private final CardPainter painter;
    private final BuildStore store;

    CardPictures(Catalogue catalogue, BuildStore store) {
        this.painter = new CardPainter(catalogue);
        this.store = store;
    }

    static Card card(CardWords words) {
        return new Card(
                PREFIX + words.key() + "." + ending(words), words.contentType(), CardPainter.WIDTH, CardPainter.HEIGHT);
    }

    OutputFile file(CardWords words) {
        return OutputFile.of(card(words).path(), words.contentType(), CacheControl.IMMUTABLE, Bytes.of(content(words)));
    }

    /// A file that is known from before: its content is made only when somebody wants it.
    OutputFile later(PageRecord.Written card, Supplier<CardWords> words) {
        String type = card.path().endsWith("png") ? "image/png" : "image/jpeg";
        Bytes bytes = Bytes.later(card.size(), () -> content(words.get()));
        return OutputFile.of(card.path(), type, CacheControl.IMMUTABLE, bytes, card.sha256());
    }

    private byte[] content(CardWords words) {
        String name = words.key() + "." + ending(words);
        return store.read(name).filter(kept -> isWhole(kept, words)).orElseGet(() -> {
            BufferedImage picture = painter.paint(words);
            byte[] made = words.photo() == null ? PictureEncoder.png(picture) : PictureEncoder.jpeg(picture);
            store.write(name, made);
            return made;
        });
    }

    /// A file that was cut off, or is another, is drawn again.
    private static boolean isWhole(byte[] kept, CardWords words) {
        byte[] end = words.photo() == null
                ? new byte[] {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82}
                : new byte[] {(byte) 0xff, (byte) 0xd9};
        return kept.length > end.length
                && Arrays.equals(end, 0, end.length, kept, kept.length - end.length, kept.length);
    }

    private static String ending(CardWords words) {
        return words.photo() == null ? "png" : "jpg";
    }
}

package org.sitewright.backup;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewright.backup.SheetPdf.Font;

/// The page to be printed and kept: the place, the key as numbered words and as a code for a camera, and the commands
/// that bring everything back without this program. Who has it and the place can read everything.
public final class RecoverySheet {
    private static final String PREFIX = "AGE-SECRET-KEY-1";
    private static final int WORD = 6;
    private static final int LEFT = 56;
    private static final int CODE = 150;
    private static final int LONGEST_LINE = 78;

    private final AgeIdentity key;
    private final String address;

    /// @param address of the place as it is typed after `--from`, without secrets
    public RecoverySheet(AgeIdentity key, String address) {
        this.key = key;
        this.address = address;
    }

    /// What follows the beginning that all keys have, in words of six signs, by their numbers from 1.
    public List<String> words() {
        String rest = new String(key.text()).substring(PREFIX.length());
        List<String> words = new ArrayList<>();
        for (int from = 0; from < rest.length(); from += WORD) {
            words.add(rest.substring(from, Math.min(rest.length(), from + WORD)));
        }
        return words;
    }

    /// Whether somebody has the sheet at hand.
    ///
    /// @param number of the word, from 1
    public boolean isWord(int number, String typed) {
        List<String> words = words();
        return number >= 1
                && number <= words.size()
                && words.get(number - 1).equals(typed.strip().toUpperCase(Locale.ROOT));
    }

    /// The sheet as a PDF of one page.
    public byte[] pdf() {
        SheetPdf pdf = new SheetPdf();
        pdf.text(Font.BOLD, 22, LEFT, 776, "Sitewright recovery sheet");
        pdf.text(Font.PLAIN, 11, LEFT, 756, "With this page and the place below, everything can be brought back.");
        pdf.text(Font.PLAIN, 11, LEFT, 741, "Keep it on paper, away from this computer. Whoever has it can read all.");
        pdf.text(Font.BOLD, 12, LEFT, 708, "The place");
        line(pdf, 692, address);
        pdf.text(Font.BOLD, 12, LEFT, 656, "The key");
        pdf.text(Font.MONO, 12, LEFT, 638, PREFIX);
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            pdf.text(
                    Font.MONO,
                    12,
                    LEFT + (i % 2) * 130,
                    618 - (i / 2) * 18,
                    String.format(Locale.ROOT, "%2d  %s", i + 1, words.get(i)));
        }
        pdf.text(Font.PLAIN, 9, LEFT, 520, "Type it without spaces and numbers: the first line, then the words.");
        code(pdf, SheetPdf.WIDTH - LEFT - CODE, 520);
        pdf.text(Font.BOLD, 12, LEFT, 480, "On a new computer with Sitewright");
        pdf.text(Font.MONO, 9, LEFT, 462, "sitewright restore --from PLACE --key-stdin");
        pdf.text(Font.BOLD, 12, LEFT, 428, "Without Sitewright");
        pdf.text(Font.PLAIN, 10, LEFT, 411, "Copy the place to a folder, write the key into the file key.txt, then:");
        pdf.text(Font.MONO, 9, LEFT, 392, "1  age -d -i key.txt snapshots/NEWEST.zip.age > snapshot.zip");
        pdf.text(Font.MONO, 9, LEFT, 376, "2  unzip snapshot.zip -d snapshot");
        pdf.text(Font.MONO, 9, LEFT, 360, "3  age -d -i key.txt assets/NAME.age > PICTURE");
        pdf.text(
                Font.PLAIN,
                10,
                LEFT,
                338,
                "The texts of all sites are in snapshot/entities, a line of JSON each. Which");
        pdf.text(
                Font.PLAIN,
                10,
                LEFT,
                324,
                "asset is which picture or file says snapshot/assets/001.jsonl. Changes after");
        pdf.text(
                Font.PLAIN,
                10,
                LEFT,
                310,
                "the snapshot are in journal/, encrypted and packed alike. If there is a folder");
        pdf.text(Font.PLAIN, 10, LEFT, 296, "keys/, decrypt its newest file first and add its lines to key.txt.");
        return pdf.print();
    }

    private static void line(SheetPdf pdf, int y, String text) {
        int row = 0;
        for (int from = 0; from < text.length() && row < 2; from += LONGEST_LINE) {
            int end = Math.min(text.length(), from + LONGEST_LINE);
            pdf.text(Font.MONO, 10, LEFT, y - 14.0 * row, text.substring(from, end));
            row++;
        }
    }

    private void code(SheetPdf pdf, double x, double y) {
        try {
            ByteMatrix modules = Encoder.encode(new String(key.text()), ErrorCorrectionLevel.M)
                    .getMatrix();
            double side = (double) CODE / modules.getWidth();
            for (int row = 0; row < modules.getHeight(); row++) {
                for (int column = 0; column < modules.getWidth(); column++) {
                    if (modules.get(column, row) == 1) {
                        pdf.square(x + column * side, y + CODE - (row + 1) * side, side + 0.02);
                    }
                }
            }
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a key is always short enough", tooLong);
        }
    }
}

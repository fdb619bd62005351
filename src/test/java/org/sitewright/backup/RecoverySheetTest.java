package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sitewright.work.Problem;

class RecoverySheetTest {
    private static final String ADDRESS = "s3://vault/ada?endpoint=https://s3.example.org";

    private final AgeIdentity key = AgeIdentity.fresh();
    private final RecoverySheet sheet = new RecoverySheet(key, ADDRESS);

    @Test
    void theKeyIsOnItAsWordsAndItsWordsAreKnown() {
        String text = new String(sheet.pdf(), StandardCharsets.US_ASCII);
        assertThat(text).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains(ADDRESS, "age -d -i key.txt", "unzip");
        List<String> words = sheet.words();
        assertThat("AGE-SECRET-KEY-1" + String.join("", words)).isEqualTo(new String(key.text()));
        for (int i = 0; i < words.size(); i++) {
            assertThat(text).contains(String.format(Locale.ROOT, "%2d  %s", i + 1, words.get(i)));
            assertThat(sheet.isWord(i + 1, " " + words.get(i).toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
        assertThat(sheet.isWord(1, "WRONG0")).isFalse();
        assertThat(sheet.isWord(99, words.getFirst())).isFalse();
    }

    @Test
    void aCameraReadsTheKeyFromTheCode() throws Exception {
        String text = new String(sheet.pdf(), StandardCharsets.US_ASCII);
        Matcher squares =
                Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) [\\d.]+ re f").matcher(text);
        List<double[]> found = new ArrayList<>();
        while (squares.find()) {
            found.add(new double[] {
                Double.parseDouble(squares.group(1)),
                Double.parseDouble(squares.group(2)),
                Double.parseDouble(squares.group(3)) - 0.02
            });
        }
        double side = found.getFirst()[2];
        double left = found.stream().mapToDouble(each -> each[0]).min().orElseThrow();
        double top = found.stream().mapToDouble(each -> each[1]).max().orElseThrow();
        double right = found.stream().mapToDouble(each -> each[0]).max().orElseThrow();
        int size = (int) Math.round((right - left) / side) + 1;
        BitMatrix modules = new BitMatrix(size);
        for (double[] square : found) {
            modules.set((int) Math.round((square[0] - left) / side), (int) Math.round((top - square[1]) / side));
        }
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(new String(key.text()));
    }

    @Test
    void aKeyIsTakenAsItIsTyped() {
        String typed = "  " + new String(key.text()).toLowerCase(Locale.ROOT).replaceAll("(.{9})", "$1 ") + "\n";
        assertThat(AgeIdentity.of(typed.toCharArray()).recipient())
                .isEqualTo(key.recipient())
                .startsWith("age1");
        char[] misspelt = key.text();
        misspelt[30] = misspelt[30] == 'Q' ? 'P' : 'Q';
        assertThatThrownBy(() -> AgeIdentity.of(misspelt))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-BACKUP-KEY"));
    }
}

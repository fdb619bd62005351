package org.sitewright.ui.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int MODULE = 4;

    @Test
    void aCameraReadsTheAddress() throws Exception {
        String address = "http://192.168.100.200:54321/0123456789abcdef0123456789abcdef/";
        QrCode code = QrCode.of(address);
        int side = code.size() * MODULE;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = code.isDark(x / MODULE, y / MODULE) ? 0xff000000 : 0xffffffff;
            }
        }
        BinaryBitmap seen = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels)));

        assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(address);
    }

    @Test
    void fourLightModulesLieAround() {
        QrCode code = QrCode.of("http://10.0.0.1:1/");
        for (int i = 0; i < code.size(); i++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(code.isDark(i, edge)).isFalse();
                assertThat(code.isDark(edge, i)).isFalse();
                assertThat(code.isDark(i, code.size() - 1 - edge)).isFalse();
            }
        }
        assertThat(code.isDark(4, 4)).isTrue();
    }
}

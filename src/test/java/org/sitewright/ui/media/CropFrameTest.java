package org.sitewright.ui.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitewright.media.MediaCrop.Part;
import org.sitewright.ui.media.CropFrame.Grip;

class CropFrameTest {
    private final CropFrame frame = new CropFrame(400, 300);

    @Test
    void beginsWithTheWholePicture() {
        assertThat(frame.part()).isEqualTo(new Part(0, 0, 400, 300));
    }

    @Test
    void edgesAreMovedAlone() {
        frame.pull(Grip.LEFT, 50, 99);
        frame.pull(Grip.BOTTOM, 99, -40);
        assertThat(frame.part()).isEqualTo(new Part(50, 0, 350, 260));
    }

    @Test
    void theWholeFrameStaysInThePicture() {
        frame.set(new Part(10, 10, 100, 100), 0);
        frame.pull(Grip.BODY, 1000, -1000);
        assertThat(frame.part()).isEqualTo(new Part(300, 0, 100, 100));
    }

    @Test
    void aCornerKeepsTheShapeThatIsHeld() {
        frame.set(new Part(0, 0, 160, 90), 16.0 / 9);
        frame.pull(Grip.BOTTOM_RIGHT, 160, 0);
        assertThat(frame.part()).isEqualTo(new Part(0, 0, 320, 180));
        frame.pull(Grip.BOTTOM_RIGHT, 900, 900);
        assertThat(frame.part()).isEqualTo(new Part(0, 0, 400, 225));
        frame.release();
        frame.pull(Grip.BOTTOM, 0, 900);
        assertThat(frame.part()).isEqualTo(new Part(0, 0, 400, 300));
    }

    @Test
    void anEdgeOfAHeldShapeGrowsFromItsMiddle() {
        frame.set(new Part(100, 100, 100, 100), 1);
        frame.pull(Grip.RIGHT, 20, 0);
        assertThat(frame.part()).isEqualTo(new Part(100, 90, 120, 120));
    }

    @ParameterizedTest
    @EnumSource(Grip.class)
    void nothingPullsItOutOfThePictureOrToNothing(Grip grip) {
        for (double held : new double[] {0, 1, 3, 0.2}) {
            for (double far : new double[] {-5000, 5000}) {
                CropFrame small = new CropFrame(37, 23);
                small.set(small.part(), 0);
                small.pull(grip, far, far);
                if (held > 0) {
                    small.set(new Part(5, 5, 10, Math.max(1, (int) (10 / held) % 18)), held);
                    small.pull(grip, far, -far);
                }
                Part part = small.part();
                assertThat(part.width()).isPositive();
                assertThat(part.height()).isPositive();
                assertThat(part.x()).isNotNegative();
                assertThat(part.y()).isNotNegative();
                assertThat(part.x() + part.width()).isLessThanOrEqualTo(37);
                assertThat(part.y() + part.height()).isLessThanOrEqualTo(23);
            }
        }
    }
}

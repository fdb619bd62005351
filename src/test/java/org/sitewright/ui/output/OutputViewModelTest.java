package org.sitewright.ui.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Editor;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.OutputChoices.About;
import org.sitewright.site.OutputChoices.Crawlers;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

/// What the panel of search engines and hosts does: each choice is one step that can be undone, and says what it means.
class OutputViewModelTest {
    private final Site site = new SomeSite(2, new UserId(new UUID(1, 1))).bakery(2);
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final OutputViewModel model = new OutputViewModel(editor);

    @Test
    void eachChoiceIsOneStepThatIsUndone() {
        model.about(About.LOCAL_BUSINESS);
        model.crawlers(Crawlers.NO_TRAINING);
        model.readable(!site.parts().output().readable());
        model.hostRules(!site.parts().output().hostRules());
        assertThat(model.choices())
                .isEqualTo(site.parts()
                        .output()
                        .withAbout(About.LOCAL_BUSINESS)
                        .withCrawlers(Crawlers.NO_TRAINING)
                        .withReadable(!site.parts().output().readable())
                        .withHostRules(!site.parts().output().hostRules()));
        assertThat(editor.history().undoLabel().orElseThrow()).contains("rules for the host");
        for (int i = 0; i < 4; i++) {
            editor.undo();
        }
        assertThat(editor.site()).isEqualTo(site);
    }

    @Test
    void theSameChoiceAgainIsNoStep() {
        model.about(site.parts().output().about());
        assertThat(editor.history().undoLabel()).isEmpty();
    }

    @Test
    void everyChoiceHasWordsOfItsOwn() {
        assertThat(Arrays.stream(About.values()).map(OutputViewModel::words)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Crawlers.values()).map(OutputViewModel::words)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Crawlers.values()).map(OutputViewModel::meaning))
                .doesNotHaveDuplicates();
    }
}

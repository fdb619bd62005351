package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.S3Server;
import org.sitewright.fixture.WebsiteBucket;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishSteps;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// What a connection test finds out, and old addresses as redirects of a bucket's website.
class S3WebsiteTest extends PublishSteps {
    private static final Support ALL = new Support(true, true, true, true);

    private final WebsiteBucket bucket = new WebsiteBucket();
    private final PublishTarget usual = open(ALL, "");

    @AfterEach
    void stop() {
        usual.close();
        bucket.close();
    }

    @Override
    protected PublishTarget open() {
        return usual;
    }

    @Test
    void findsOutHowChecksumsMayGo() {
        assertThat(support().everySum()).isTrue();
        assertThat(support().redirects()).isTrue();
        bucket.refuseSums();
        Support found = support();
        assertThat(found.everySum()).isFalse();
        assertThat(found.abilities())
                .hasSize(4)
                .anyMatch(each -> !each.there() && each.words().contains("only with requests that need one"));
        try (PublishTarget plain = open(found, "")) {
            assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", plain))
                    .isInstanceOf(PublishResult.Published.class);
        }
        // Small files bring no sum but one that the host was seen to check.
        OutputFile large = TestSites.page("film.mp4", "x".repeat(17 * 1024 * 1024));
        try (PublishTarget careful = open(new Support(true, false, found.everySum(), true), "");
                PublishTarget wrong = open(new Support(true, false, true, true), "")) {
            assertThat(careful.put(large)).isNotEmpty();
            assertThat(catchThrowable(() -> wrong.put(large))).isInstanceOf(PublishProblem.class);
        }
    }

    @Test
    void leavesAloneWhatIsStillArriving() {
        published(TestSites.bakery("one"));
        bucket.listArriving("site/film.mp4.part");
        assertThat(publish(TestSites.bakery("two"), Consent.NONE, "here", usual))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(usual.list())
                .filteredOn(file -> file.path().equals("film.mp4.part"))
                .singleElement()
                .extracting(RemoteFile::tag)
                .isEqualTo("");
    }

    @Test
    void leadsOnFromOldAddresses() {
        published(moved("../menu/"));
        assertThat(bucket.redirect("site/old/index.html")).isEqualTo("/site/menu/");
        assertThat(bucket.redirect("site/menu/index.html")).isEmpty();
        assertThat(publish(moved("../menu/"))).isInstanceOf(PublishResult.UpToDate.class);
        published(moved("https://example.org/bread?a=1&amp;b=2"));
        assertThat(bucket.redirect("site/old/index.html")).isEqualTo("https://example.org/bread?a=1&b=2");
        published(moved("../menu/bread/rye/"));
        assertThat(bucket.redirect("site/old/index.html")).isEqualTo("/site/menu/bread/rye/");
        assertThat(run(publisher("there").rollback(TestSites.rollback(1), target)))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(bucket.redirect("site/old/index.html")).isEqualTo("/site/menu/");
        assertThat(drift("there").findings()).isEmpty();
    }

    @Test
    void leavesItToTheNetworkWhereThereIsOne() {
        try (PublishTarget behind = open(ALL, "E123")) {
            assertThat(publish(moved("../menu/"), Consent.NONE, "here", behind))
                    .isInstanceOf(PublishResult.Published.class);
        }
        assertThat(bucket.redirect("site/old/index.html")).isEmpty();
    }

    private static OutputTree moved(String to) {
        OutputFile old = TestSites.page(
                "old/index.html",
                "<!doctype html>\n<meta http-equiv=\"refresh\" content=\"0; url=" + to + "\">\n<p>Moved</p>");
        return TestSites.with(TestSites.bakery("one"), old);
    }

    private Support support() {
        Verdict verdict = usual.test();
        assertThat(verdict).isInstanceOf(Verdict.Ready.class);
        return ((Verdict.Ready) verdict).support();
    }

    private PublishTarget open(Support support, String distribution) {
        TargetSettings.S3 settings = new TargetSettings.S3(
                        bucket.address().toString(), S3Server.REGION, "bucket", "site", true, "", support)
                .with(new TargetSettings.Delivery(0, distribution));
        return new S3Target(settings, () -> new AccessKey("id", "secret"));
    }
}

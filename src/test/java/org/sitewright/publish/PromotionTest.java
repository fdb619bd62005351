package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Ids;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

class PromotionTest {
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(new Random(3));
    private final Assets assets = new Assets();
    private final Site bakery = assets.starter("bakery");
    private final MemorySites sites = new MemorySites(clock);
    private final MemoryDeployments deployments = new MemoryDeployments();
    private final Publisher publisher = new Publisher(deployments, clock, ids, "here");
    private final SiteBuilds builds = new SiteBuilds(
            new MemorySiteMoments(sites, clock), new SiteRenderer(Assets.catalogue(), assets.plainPictures()));
    private final MemoryTarget stagingHost = new MemoryTarget(clock);
    private final MemoryTarget liveHost = new MemoryTarget(clock);
    private final Target live = target("Live", "https://aurora.example/");
    private final Target staging =
            target("Staging", "https://next.aurora.example/").staging(live.id());

    @BeforeEach
    void make() {
        sites.create(bakery, new Change(Assets.OWNER, "Make"));
    }

    private Target target(String name, String url) {
        return new Target(
                new TargetId(ids.next()),
                Assets.OWNER,
                name,
                new TargetSettings.S3("", "r", "b", "", false, url, TargetSettings.Support.FULL),
                clock.instant());
    }

    private void describe(String words) {
        sites.save(bakery.withDetails(words, "", "en"), new Change(Assets.OWNER, "Edit"));
    }

    private Deployment publish(SiteBuilds.Build build, Target target, PublishTarget host) throws Exception {
        PublishRequest request = new PublishRequest(
                bakery.id(),
                Assets.OWNER,
                target,
                build.tree(),
                build.from().sequence(),
                Map.of(),
                PublishRequest.Consent.NONE);
        PublishResult result = publisher.publish(request, host).run(Progress.NONE, new CancelToken());
        assertThat(result).isInstanceOf(PublishResult.Published.class);
        return ((PublishResult.Published) result).deployment();
    }

    private Deployment stage() throws Exception {
        return publish(builds.newest(bakery.id(), staging, Progress.NONE, new CancelToken()), staging, stagingHost);
    }

    private Promotion.Promoted promoted() {
        return new Promotion(builds, deployments, publisher)
                .of(bakery.id(), staging, live, stagingHost, Progress.NONE, new CancelToken());
    }

    private static String text(PublishTarget host, String path) {
        try (var in = host.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void whatWasStagedGoesLiveAndNotWhatWasEditedSince() throws Exception {
        describe("Bread as it was staged");
        stage();
        describe("Bread as nobody has looked at it");
        publish(promoted().build(), live, liveHost);
        assertThat(text(liveHost, "index.html"))
                .contains("https://aurora.example/")
                .contains("Bread as it was staged")
                .doesNotContain("nobody has looked")
                .doesNotContain("next.aurora.example");
        SiteBuilds.Build wanted = builds.build(
                new SiteMoments.Dated(bakery.withDetails("Bread as it was staged", "", "en"), 9, clock.instant()),
                live,
                Progress.NONE,
                new CancelToken());
        wanted.tree().files().forEach((path, file) -> assertThat(liveHost.list())
                .filteredOn(each -> each.path().equals(path))
                .as(path)
                .singleElement()
                .satisfies(each -> assertThat(each.size()).isEqualTo(file.size())));
        assertThat(publisher
                        .releases()
                        .live(bakery.id(), live.id(), liveHost)
                        .files()
                        .paths())
                .isEqualTo(wanted.tree().files().keySet());
    }

    @Test
    void onlyWhatIsStagedAsksNotToBeFound() throws Exception {
        stage();
        publish(promoted().build(), live, liveHost);
        assertThat(text(stagingHost, "index.html"))
                .contains("<meta name=\"robots\" content=\"noindex, nofollow\">")
                .doesNotContain("canonical");
        assertThat(text(stagingHost, "robots.txt"))
                .contains("User-agent: GPTBot")
                .contains("User-agent: PerplexityBot")
                .doesNotContain("Sitemap");
        assertThat(stagingHost.list()).noneMatch(file -> file.path().equals("sitemap.xml"));
        assertThat(text(liveHost, "index.html"))
                .doesNotContain("noindex")
                .contains("<link rel=\"canonical\" href=\"https://aurora.example/\">");
        assertThat(text(liveHost, "robots.txt")).contains("Sitemap: https://aurora.example/sitemap.xml");
    }

    @Test
    void aVersionThatWasBroughtBackOnStagingIsTheOneThatIsPromoted() throws Exception {
        describe("First words");
        Deployment first = stage();
        describe("Second words");
        stage();
        RollbackRequest back = new RollbackRequest(
                bakery.id(), Assets.OWNER, staging, first.version(), Map.of(), new PublishRequest.Consent(true, false));
        assertThat(publisher.rollback(back, stagingHost).run(Progress.NONE, new CancelToken()))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(promoted().build().from().site().name()).isEqualTo("First words");
    }

    @Test
    void whatCannotBeProvenIsNotPromoted() throws Exception {
        assertThatThrownBy(this::promoted).isInstanceOf(Problem.class).hasMessageContaining("Nothing of this site");
        SiteBuilds.Build build = builds.newest(bakery.id(), staging, Progress.NONE, new CancelToken());
        publish(
                new SiteBuilds.Build(
                        build.from(), TestSites.with(build.tree(), TestSites.page("index.html", "by another program"))),
                staging,
                stagingHost);
        assertThatThrownBy(this::promoted)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("index.html")
                .hasMessageContaining("built otherwise");
        SiteMoments.Dated unknown = new SiteMoments.Dated(build.from().site(), 0, clock.instant());
        publish(new SiteBuilds.Build(unknown, build.tree()), staging, stagingHost);
        assertThatThrownBy(this::promoted).isInstanceOf(Problem.class).hasMessageContaining("not published from this");
    }
}

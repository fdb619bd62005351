package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.NOW;
import static org.sitewright.storage.OpenStore.USER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.ApiKey;
import org.sitewright.analytics.Event;
import org.sitewright.backup.Backup;
import org.sitewright.billing.Payment;
import org.sitewright.fixture.SomeSite;
import org.sitewright.forms.Submission;
import org.sitewright.library.Component;
import org.sitewright.media.MediaItem;
import org.sitewright.publish.CdnStatus;
import org.sitewright.publish.Deployment;
import org.sitewright.publish.DeploymentId;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.Hosting;
import org.sitewright.publish.Receipt;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

class StoredRepositoriesTest {
    @TempDir
    static Path folder;

    private static OpenStore open;
    private static Site site;

    @BeforeAll
    static void open() {
        open = new OpenStore(folder);
        site = new SomeSite(11, USER).bakery(1);
        open.sites.create(site, CHANGE);
    }

    @AfterAll
    static void close() {
        assertThat(open.store.verify()).isEmpty();
        open.close();
    }

    @Test
    void anAccountReadsBackEqual() {
        Account account = OpenStore.account(new UserId(UUID.randomUUID()), "grace@example.org");
        assertThat(open.accounts.add(account)).isTrue();
        assertThat(open.accounts.find(account.id())).contains(account);
        assertThat(open.accounts.findByEmail("grace@example.org")).contains(account);
        Account changed = account.withPreferences(
                new Account.Preferences(Account.Appearance.DARK, "ar", new Account.Notifications(false, true, true)),
                NOW);
        open.accounts.update(changed, "Preferences");
        assertThat(open.accounts.list()).contains(changed);
    }

    @Test
    void anEmailIsTakenOnce() {
        UserId other = new UserId(UUID.randomUUID());
        assertThat(open.accounts.add(OpenStore.account(other, "ada@example.org")))
                .isFalse();
        assertThat(open.accounts.find(other)).isEmpty();
    }

    @Test
    void noPasswordHashIsInTheAuditLog() {
        assertThat(new StoredAuditLog(open.store).latest(Long.MAX_VALUE, 100))
                .noneMatch(record -> (record.previousValue() + record.newValue()).contains("$2a$"));
    }

    @Test
    void mediaAreKeptOncePerSite() {
        StoredMedia media = new StoredMedia(open.store);
        MediaItem loaf = new MediaItem(
                site.id(), new MediaId("cd".repeat(32)), "loaf 🥖.jpg", "image/jpeg", 800, 600, "", 12_345, NOW);
        assertThat(media.add(loaf, CHANGE)).isEqualTo(loaf);
        MediaItem again = new MediaItem(site.id(), loaf.media(), "other.jpg", "image/jpeg", 800, 600, "", 12_345, NOW);
        assertThat(media.add(again, CHANGE)).isEqualTo(loaf);
        media.setAlt(site.id(), loaf.media(), "A loaf", CHANGE);
        assertThat(media.list(site.id())).containsExactly(loaf.withAlt("A loaf"));
        assertThat(media.find(site.id(), loaf.media())).contains(loaf.withAlt("A loaf"));
        media.remove(site.id(), loaf.media(), CHANGE);
        media.remove(site.id(), loaf.media(), CHANGE);
        assertThat(media.list(site.id())).isEmpty();
    }

    @Test
    void deploymentsAreNumbered() {
        StoredDeployments deployments = new StoredDeployments(open.store);
        Deployment first = deployments.add(site.id(), 0, StoredRepositoriesTest::deployment);
        Deployment second = deployments.add(site.id(), 0, StoredRepositoriesTest::deployment);
        assertThat(second.version()).isEqualTo(first.version() + 1);
        Deployment done = new Deployment(
                first.id(),
                first.site(),
                first.user(),
                first.target(),
                DeploymentStatus.COMPLETED,
                first.version(),
                7,
                4_000_000_000L,
                "https://bread.example/",
                Hosting.AWS,
                "bread.example",
                SslStatus.ACTIVE,
                CdnStatus.REFRESHING,
                List.of("Sent index.html", "Done"),
                "",
                new Deployment.Sent(3, 9_000_000_000L, 1),
                NOW,
                NOW);
        deployments.update(done);
        assertThat(deployments.find(first.id())).contains(done);
        assertThat(deployments.list(site.id())).containsExactly(second, done);
        assertThat(deployments
                        .add(site.id(), 40, StoredRepositoriesTest::deployment)
                        .version())
                .isEqualTo(41);
    }

    @Test
    void thereIsOneScheduledPublishForASiteAndATarget() {
        StoredSchedules schedules = new StoredSchedules(open.store);
        TargetId target = new TargetId(UUID.randomUUID());
        ScheduledPublish first = scheduled(target, NOW, ScheduledPublish.State.WAITING);
        schedules.save(first);
        assertThat(schedules.list(USER)).containsExactly(first);
        ScheduledPublish again = scheduled(target, NOW.plusSeconds(60), ScheduledPublish.State.MISSED);
        schedules.save(again);
        assertThat(schedules.list(USER)).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(first.id());
            assertThat(kept.due()).isEqualTo(again.due());
            assertThat(kept.state()).isEqualTo(ScheduledPublish.State.MISSED);
        });
        schedules.remove(again);
        schedules.remove(again);
        assertThat(schedules.list(USER)).isEmpty();
    }

    private static ScheduledPublish scheduled(TargetId target, Instant due, ScheduledPublish.State state) {
        return new ScheduledPublish(
                UUID.randomUUID(),
                site.id(),
                target,
                USER,
                due,
                ScheduledPublish.WhenMissed.ASK,
                state,
                "offline",
                NOW);
    }

    @Test
    void deploymentsKeepTheirReceipts() {
        StoredDeployments deployments = new StoredDeployments(open.store);
        Deployment made = deployments.add(site.id(), 0, StoredRepositoriesTest::deployment);
        assertThat(deployments.receipt(made.id())).isEmpty();
        Receipt whole = new Receipt("{\"files\":\"" + "x".repeat(3_000_000) + "ü\"}", "tag");
        deployments.keep(made.id(), whole);
        assertThat(deployments.receipt(made.id())).contains(whole);
        deployments.keep(made.id(), new Receipt("{}", "next"));
        assertThat(deployments.receipt(made.id())).contains(new Receipt("{}", "next"));
    }

    private static Deployment deployment(int version) {
        return new Deployment(
                new DeploymentId(UUID.randomUUID()),
                site.id(),
                USER,
                new TargetId(UUID.randomUUID()),
                DeploymentStatus.PENDING,
                version,
                0,
                0,
                "",
                Hosting.CUSTOM,
                "",
                SslStatus.UNKNOWN,
                CdnStatus.UNKNOWN,
                List.of(),
                "",
                Deployment.Sent.NOTHING,
                NOW,
                null);
    }

    @Test
    void targetsHaveOneNamePerAccount() {
        StoredTargets targets = new StoredTargets(open.store);
        TargetSettings.S3 settings = new TargetSettings.S3(
                "http://127.0.0.1:9000",
                "us-east-1",
                "bread",
                "site",
                true,
                "https://bread.example/",
                new TargetSettings.Support(true, false, true, true));
        Target live = new Target(new TargetId(UUID.randomUUID()), USER, "Live", settings, NOW);
        targets.save(live);
        Target folderTarget = new Target(
                new TargetId(UUID.randomUUID()), USER, "Disk", new TargetSettings.Folder(Path.of("/tmp/out"), ""), NOW);
        targets.save(folderTarget);
        assertThat(targets.list(USER)).containsExactly(folderTarget, live);
        assertThat(targets.find(USER, "lIVE")).contains(live);
        Target clash = new Target(new TargetId(UUID.randomUUID()), USER, "LIVE", settings, NOW);
        assertThatThrownBy(() -> targets.save(clash))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-PUB-NAME"));
        targets.save(live.withSettings(new TargetSettings.Folder(Path.of("out"), "")));
        assertThat(targets.find(live.id())).contains(live.withSettings(new TargetSettings.Folder(Path.of("out"), "")));
        targets.remove(live.id());
        targets.remove(live.id());
        assertThat(targets.find(live.id())).isEmpty();
        targets.remove(folderTarget.id());
    }

    @Test
    void settingsOfEveryKindComeBackAsTheyWere() {
        StoredTargets targets = new StoredTargets(open.store);
        TargetSettings.Server server = new TargetSettings.Server("ssh.example.org", 2022, "baker");
        String url = "https://bread.example/";
        List<TargetSettings> all = List.of(
                new TargetSettings.Sftp(server, "/www", "/home/baker/.ssh/id", "ssh-ed25519 SHA256:abc", url),
                new TargetSettings.Ftps(server, "www", "SHA256:abc", url),
                new TargetSettings.Git("git@example.org:bread.git", "pages", "docs", "/k", "SHA256:x", url),
                new TargetSettings.WebDav("https://dav.example.org/www/", "baker", url),
                new TargetSettings.Zip(Path.of("/tmp/bread.zip"), ""),
                new TargetSettings.Vercel("bread", "team_1", url),
                new TargetSettings.Heroku("bread", url));
        for (TargetSettings settings : all) {
            Target target = new Target(new TargetId(UUID.randomUUID()), USER, settings.kind(), settings, NOW);
            targets.save(target);
            assertThat(targets.find(target.id())).contains(target);
            targets.remove(target.id());
        }
    }

    @Test
    void formsCountTheirSubmissions() {
        List<FormField> fields = List.of(
                new FormField("f1", "mail", "E-mail", FormField.Type.EMAIL, true, "you@example.org"),
                new FormField(
                        "f2", "size", "Größe", FormField.Type.RADIO, false, "", "One only", List.of("S", "L"), ""));
        Form form = new Form(
                new FormId(UUID.randomUUID()),
                site.home().id(),
                "Contact",
                fields,
                "Send",
                "Thank you",
                "ada@example.org",
                "");
        StoredSites sites = new StoredSites(open.store);
        Site with = site.withParts(site.parts().withForms(List.of(form)));
        sites.save(with, CHANGE);
        assertThat(sites.find(site.id())).contains(with);
        StoredSubmissions submissions = new StoredSubmissions(open.store);
        Map<String, String> data = new LinkedHashMap<>();
        data.put("words", "<script>");
        data.put("mail", "bo@example.org");
        Submission submission = new Submission(UUID.randomUUID(), form.id(), site.id(), data, "::1", "Browser", NOW);
        assertThat(submissions.add(submission)).isTrue();
        assertThat(submissions.add(submission)).isFalse();
        assertThat(submissions.list(form.id(), 10)).containsExactly(submission);
        assertThat(submissions.count(form.id())).isEqualTo(1);
        sites.save(site, CHANGE);
        assertThat(sites.find(site.id())).contains(site);
        assertThat(submissions.list(form.id(), 10)).containsExactly(submission);
        sites.save(with, CHANGE);
        assertThat(submissions.count(form.id())).isEqualTo(1);
        sites.save(site, CHANGE);
    }

    @Test
    void eventsAreFoundByTime() {
        StoredEvents events = new StoredEvents(open.store);
        Event first = event(NOW);
        Event second = event(NOW.plusSeconds(60));
        events.add(List.of(first, second));
        assertThat(events.between(site.id(), NOW, NOW.plusSeconds(61))).containsExactly(second, first);
        assertThat(events.between(site.id(), NOW, NOW.plusSeconds(60))).containsExactly(first);
    }

    private static Event event(Instant at) {
        return new Event(
                UUID.randomUUID(),
                site.id(),
                null,
                "pageview",
                "v1",
                "",
                "Browser",
                "NO",
                "Tromsø",
                Event.Device.MOBILE,
                "Firefox",
                at,
                12);
    }

    @Test
    void paymentsKeysComponentsAndBackupsReadBackEqual() {
        StoredPayments payments = new StoredPayments(open.store);
        Payment payment = new Payment(
                UUID.randomUUID(),
                USER,
                1900,
                "EUR",
                Payment.Status.PENDING,
                "pro",
                "month",
                Payment.Gateway.STRIPE,
                "",
                "",
                NOW,
                null);
        payments.save(payment);
        assertThat(payments.find(payment.id())).contains(payment);
        assertThat(payments.list(USER)).containsExactly(payment);
        StoredApiKeys keys = new StoredApiKeys(open.store);
        ApiKey key =
                new ApiKey(UUID.randomUUID(), USER, "CI", "ab".repeat(32), List.of("publish"), null, 0, true, NOW, NOW);
        keys.save(key);
        assertThat(keys.findByHash("ab".repeat(32))).contains(key);
        assertThat(keys.list(USER)).containsExactly(key);
        StoredComponents components = new StoredComponents(open.store);
        Component component =
                new Component(UUID.randomUUID(), USER, "Badge", "button", "<b>", "b{}", "", "", false, 0, NOW, NOW);
        components.save(component, CHANGE);
        assertThat(components.find(component.id())).contains(component);
        assertThat(components.list(USER)).containsExactly(component);
        components.remove(component.id(), CHANGE);
        assertThat(components.list(USER)).isEmpty();
        StoredBackups backups = new StoredBackups(open.store);
        Backup backup = new Backup(
                UUID.randomUUID(), null, "Daily", "s3://b/1", 1L << 40, Backup.Status.COMPLETED, true, NOW, NOW);
        backups.save(backup);
        assertThat(backups.find(backup.id())).contains(backup);
        assertThat(backups.list()).containsExactly(backup);
    }

    @Test
    void theNewestMigrationIsTheOneThatTheStoreAsksFor() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()).max(String::compareTo))
                    .hasValueSatisfying(
                            newest -> assertThat(newest).startsWith("V" + Database.NEWEST_MIGRATION + "__"));
        }
    }
}

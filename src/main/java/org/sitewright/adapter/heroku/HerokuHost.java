package org.sitewright.adapter.heroku;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.ReleaseHost;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;

/// An app at Heroku, which serves the site with nginx. The id of a release is that of its slug, which never changes;
/// so an archive of it is kept on this computer, and fetched where another computer published. Heroku itself does not
/// refuse the second of two publishers: what is live is looked at just before a build is begun.
public final class HerokuHost implements ReleaseHost {
    /// Where Heroku answers.
    public static final URI API = URI.create("https://api.heroku.com");

    private final TargetSettings.Heroku settings;
    private final HerokuApi api;
    private final HerokuBuild build;
    private final HerokuReleases releases;
    private final Path caches;

    /// Makes no connection yet.
    ///
    /// @param caches the folder that keeps the archives of releases
    /// @throws PublishProblem when the settings cannot be right
    public HerokuHost(TargetSettings.Heroku settings, Credentials credentials, URI address, Path caches, Pause pause) {
        if (!settings.app().matches("[a-z][a-z0-9-]{1,28}[a-z0-9]")) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "“" + settings.app() + "” cannot be the name of an app.", "Enter it as my-bakery."));
        }
        this.settings = settings;
        this.caches = caches;
        this.api = new HerokuApi(settings, credentials, address, pause);
        this.build = new HerokuBuild(api, pause);
        this.releases = new HerokuReleases(api, build);
    }

    @Override
    public String describe() {
        return "the app " + settings.app() + " at Heroku";
    }

    @Override
    public Verdict test() {
        try {
            live();
            return new Verdict.Ready(Support.NONE, List.of());
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    @Override
    public Release live() {
        String slug = releases.live();
        if (slug.isEmpty()) {
            return Release.NONE;
        }
        try {
            SlugArchive.Content content = SlugArchive.read(archive(slug));
            if (!content.ours()) {
                throw new PublishProblem(new PublishFailure.Conflict(
                        "The app “" + settings.app() + "” serves something that was not published from here.",
                        "Choose another app, or make a new one at Heroku."));
            }
            return new Release(slug, content.files());
        } catch (IOException fault) {
            throw local(fault);
        }
    }

    @Override
    public byte[] read(Release release, RemoteFile file) {
        try {
            return SlugArchive.file(archive(release.id()), file.path());
        } catch (IOException fault) {
            throw local(fault);
        }
    }

    @Override
    public String tag(OutputFile file) {
        return file.sha256();
    }

    @Override
    public void release(Draft draft, Progress progress, CancelToken cancel) {
        try {
            Files.createDirectories(caches);
            Path next = Files.createTempFile(caches, "release-", ".tgz");
            try {
                String before = draft.before().id();
                Path old = before.isEmpty() ? next : archive(before);
                String content = HerokuReleases.content(draft);
                progress.at(0, 0, "Packing the release");
                SlugArchive.write(next, draft, old);
                cancel.check();
                // Whatever is not as it was kept was told while it was packed.
                String served = back(draft, content, progress);
                String source = build.send(next, content, progress, cancel);
                cancel.check();
                refuseOther(served);
                String slug = built(source, !served.equals(before), progress);
                Files.move(next, cached(slug), StandardCopyOption.REPLACE_EXISTING);
                if (!before.isEmpty() && !before.equals(slug)) {
                    Files.deleteIfExists(cached(before));
                }
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException fault) {
            throw local(fault);
        }
    }

    /// What is brought back is served at once, as a release that Heroku has; the new release, which is built then, has
    /// the same files and the record of it.
    ///
    /// @return the slug that is served
    private String back(Draft draft, String content, Progress progress) {
        String before = draft.before().id();
        if (before.isEmpty() || content.equals(HerokuReleases.content(draft.before()))) {
            return before;
        }
        refuseOther(before);
        return releases.backTo(content, progress).orElse(before);
    }

    private void refuseOther(String expected) {
        if (!releases.live().equals(expected)) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "Another computer published to the app meanwhile.",
                    "Publish again: it goes on from what is there now."));
        }
    }

    private String built(String source, boolean isBack, Progress progress) {
        try {
            return build.run(source, progress);
        } catch (PublishProblem failed) {
            throw isBack
                    ? new PublishProblem(
                            new PublishFailure.Unexpected(
                                    failed.happened() + " Visitors see the version that was brought back already.",
                                    "Look at the activity of the app at Heroku, then publish as usual."),
                            failed)
                    : failed;
        }
    }

    /// Heroku gives each domain of an app a name of its own.
    @Override
    public Optional<String> nameFor(String domain) {
        for (JsonNode each : api.get("/domains")) {
            String name = each.path("cname").asString("");
            if (each.path("hostname").asString("").equalsIgnoreCase(domain) && !name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> objection(String path) {
        return HostNames.objection(path);
    }

    @Override
    public String publicUrl(String path) {
        return PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        api.close();
    }

    private Path archive(String slug) throws IOException {
        Path file = cached(slug);
        if (!Files.isRegularFile(file)) {
            Files.createDirectories(caches);
            JsonNode told = api.get("/slugs/" + slug);
            api.download(told.path("blob").path("url").asString(""), file);
        }
        return file;
    }

    private Path cached(String slug) {
        if (!slug.matches("[A-Za-z0-9-]{1,80}")) {
            throw new PublishProblem(new PublishFailure.Unexpected(
                    "Heroku names a release in a way that is not known here.", "Update Sitewright."));
        }
        return caches.resolve("heroku-" + settings.app() + "-" + slug + ".tgz");
    }

    private static PublishProblem local(IOException fault) {
        return new PublishProblem(
                new PublishFailure.Unexpected(
                        "The archive of the release could not be used: " + fault.getMessage() + ".",
                        "Check that there is room on the disk, then publish again."),
                fault);
    }
}

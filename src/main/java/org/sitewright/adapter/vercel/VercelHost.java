package org.sitewright.adapter.vercel;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sitewright.adapter.http.Answer;
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

/// A project at Vercel. A release is a deployment to production; its id is Vercel's. Vercel itself does not refuse the
/// second of two publishers: what is live is looked at just before a deployment is made.
public final class VercelHost implements ReleaseHost {
    /// Where Vercel answers.
    public static final URI API = URI.create("https://api.vercel.com");

    private final TargetSettings.Vercel settings;
    private final VercelApi api;
    private final VercelDeployment deployment;

    /// Makes no connection yet.
    public VercelHost(TargetSettings.Vercel settings, Credentials credentials, URI address, Pause pause) {
        this.settings = settings;
        this.api = new VercelApi(settings, credentials, address, pause);
        this.deployment = new VercelDeployment(settings, api, pause);
    }

    @Override
    public String describe() {
        return "the project " + settings.project() + " at Vercel";
    }

    @Override
    public Verdict test() {
        try {
            live();
            return new Verdict.Ready(Support.NONE, domain());
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        }
    }

    @Override
    public Release live() {
        String id = production();
        if (id.isEmpty()) {
            return Release.NONE;
        }
        JsonNode tree = api.good(api.get("/v6/deployments/" + VercelApi.encoded(id) + "/files"));
        return new Release(id, VercelFiles.read(tree, settings.project()));
    }

    @Override
    public byte[] read(Release release, RemoteFile file) {
        String path = "/v8/deployments/" + VercelApi.encoded(release.id()) + "/files/" + VercelApi.encoded(file.tag());
        JsonNode answer = api.good(api.get(path));
        try {
            return Base64.getMimeDecoder().decode(answer.path("data").asString(""));
        } catch (IllegalArgumentException garbled) {
            throw new PublishProblem(
                    new PublishFailure.Damaged(
                            "Vercel did not give back " + file.path() + " as it was sent.", "Publish again."),
                    garbled);
        }
    }

    @Override
    public String tag(OutputFile file) {
        return VercelFiles.sha1(file);
    }

    @Override
    public void release(Draft draft, Progress progress, CancelToken cancel) {
        if (!production().equals(draft.before().id())) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "Another computer published to the project meanwhile.",
                    "Publish again: it goes on from what is there now."));
        }
        deployment.make(draft, progress, cancel);
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

    /// The deployment that visitors are served; empty when there is none yet.
    private String production() {
        JsonNode project = api.good(api.get("/v9/projects/" + VercelApi.encoded(settings.project())));
        return project.path("targets").path("production").path("id").asString("");
    }

    /// What is to be done for the domain of the site, in a person's words.
    private List<String> domain() {
        List<String> todo = new ArrayList<>();
        String host = settings.publicUrl().isEmpty()
                ? ""
                : Optional.ofNullable(URI.create(settings.publicUrl()).getHost())
                        .orElse("");
        if (host.isEmpty() || host.endsWith(".vercel.app")) {
            return todo;
        }
        Answer answer = api.get(
                "/v9/projects/" + VercelApi.encoded(settings.project()) + "/domains/" + VercelApi.encoded(host));
        if (answer.status() == 404) {
            todo.add("The domain " + host + " is not among those of the project. Add it at Vercel.");
            return todo;
        }
        JsonNode state = api.good(answer);
        if (!state.path("verified").asBoolean(true)) {
            JsonNode wanted = state.path("verification").path(0);
            todo.add("Vercel has not verified the domain " + host + " yet. It wants the record "
                    + wanted.path("type").asString("TXT") + " "
                    + wanted.path("domain").asString(host) + " = "
                    + wanted.path("value").asString("") + ".");
        }
        return todo;
    }
}

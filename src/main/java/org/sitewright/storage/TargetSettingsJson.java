package org.sitewright.storage;

import java.nio.file.Path;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings of a target as JSON, beside the word for their kind. Secrets are never among them.
final class TargetSettingsJson {
    private TargetSettingsJson() {}

    static ObjectNode print(TargetSettings settings) {
        ObjectNode json = Json.object();
        switch (settings) {
            case TargetSettings.Folder folder ->
                json.put("folder", folder.folder().toString());
            case TargetSettings.S3 s3 ->
                json.put("endpoint", s3.endpoint())
                        .put("region", s3.region())
                        .put("bucket", s3.bucket())
                        .put("prefix", s3.prefix())
                        .put("pathStyle", s3.pathStyle())
                        .put("conditionalWrites", s3.support().conditionalWrites())
                        .put("checksums", s3.support().checksums())
                        .put("everySum", s3.support().everySum())
                        .put("redirects", s3.support().redirects())
                        .put("bytesPerSecond", s3.delivery().bytesPerSecond())
                        .put("distribution", s3.delivery().distribution());
            case TargetSettings.Sftp sftp ->
                print(json, sftp.server())
                        .put("folder", sftp.folder())
                        .put("keyFile", sftp.keyFile())
                        .put("hostKey", sftp.hostKey());
            case TargetSettings.Ftps ftps ->
                print(json, ftps.server()).put("folder", ftps.folder()).put("certificate", ftps.certificate());
            case TargetSettings.Git git ->
                json.put("repository", git.repository())
                        .put("branch", git.branch())
                        .put("folder", git.folder())
                        .put("keyFile", git.keyFile())
                        .put("hostKey", git.hostKey());
            case TargetSettings.WebDav dav -> json.put("address", dav.address()).put("user", dav.user());
            case TargetSettings.Zip zip -> json.put("file", zip.file().toString());
            case TargetSettings.Vercel vercel ->
                json.put("project", vercel.project()).put("team", vercel.team());
            case TargetSettings.Heroku heroku -> json.put("app", heroku.app());
        }
        return json.put("publicUrl", settings.publicUrl());
    }

    static TargetSettings parse(String kind, String text) {
        JsonNode tree = Json.read(text);
        JsonObject json = new JsonObject(tree, "settings");
        String publicUrl = json.text("publicUrl");
        return switch (kind) {
            case "folder" -> new TargetSettings.Folder(Path.of(json.text("folder")), publicUrl);
            case "s3" -> s3(json, tree, publicUrl).with(delivery(tree));
            case "sftp" ->
                new TargetSettings.Sftp(
                        server(json), json.text("folder"), json.text("keyFile"), json.text("hostKey"), publicUrl);
            case "ftps" ->
                new TargetSettings.Ftps(server(json), json.text("folder"), json.text("certificate"), publicUrl);
            case "git" ->
                new TargetSettings.Git(
                        json.text("repository"),
                        json.text("branch"),
                        json.text("folder"),
                        json.text("keyFile"),
                        json.text("hostKey"),
                        publicUrl);
            case "webdav" -> new TargetSettings.WebDav(json.text("address"), json.text("user"), publicUrl);
            case "zip" -> new TargetSettings.Zip(Path.of(json.text("file")), publicUrl);
            case "vercel" -> new TargetSettings.Vercel(json.text("project"), json.text("team"), publicUrl);
            case "heroku" -> new TargetSettings.Heroku(json.text("app"), publicUrl);
            default ->
                throw new Problem(
                        "SW-PUB-KIND",
                        "This version does not know targets of the kind “" + kind + "”.",
                        "Update Sitewright.");
        };
    }

    private static TargetSettings.S3 s3(JsonObject json, JsonNode tree, String publicUrl) {
        return new TargetSettings.S3(
                json.text("endpoint"),
                json.text("region"),
                json.text("bucket"),
                json.text("prefix"),
                json.flag("pathStyle"),
                publicUrl,
                new TargetSettings.Support(
                        json.flag("conditionalWrites"),
                        json.flag("checksums"),
                        // Targets of earlier versions were not asked.
                        tree.path("everySum").asBoolean(false),
                        tree.path("redirects").asBoolean(false)));
    }

    /// Targets of earlier versions have none.
    private static TargetSettings.Delivery delivery(JsonNode settings) {
        return new TargetSettings.Delivery(
                settings.path("bytesPerSecond").asLong(0),
                settings.path("distribution").asString(""));
    }

    private static ObjectNode print(ObjectNode json, Server server) {
        return json.put("host", server.host()).put("port", server.port()).put("user", server.user());
    }

    private static Server server(JsonObject json) {
        return new Server(json.text("host"), json.integer("port"), json.text("user"));
    }
}

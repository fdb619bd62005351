package org.sitewright.adapter.vercel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.RemoteFile;
import org.sitewright.render.OutputFile;
import tools.jackson.databind.JsonNode;

/// The files of a deployment. Ours are all in its folder `public`, which Vercel serves as it is when a project has no
/// framework and no build; nothing in it is run.
final class VercelFiles {
    private static final String FOLDER = "public/";

    /// The settings of a deployment, which Vercel reads beside the folder and does not serve.
    private static final String SETTINGS = "vercel.json";

    private VercelFiles() {}

    /// The files that are served, by path; their tags are the SHA-1 of their content. Vercel does not tell sizes.
    ///
    /// @param tree as `GET /v6/deployments/{id}/files` answers
    /// @throws PublishProblem when the deployment has other files too, so that it is not ours
    static Map<String, RemoteFile> read(JsonNode tree, String project) {
        Map<String, RemoteFile> files = new TreeMap<>();
        for (JsonNode node : sources(tree)) {
            add(node, "", files, project);
        }
        return files;
    }

    /// Where a file of the site lies in a deployment.
    static String place(String path) {
        return path.equals(SETTINGS) ? path : FOLDER + path;
    }

    static String sha1(OutputFile file) {
        try (InputStream in = file.source().open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }

    /// The tree may hold the sources and what was built from them side by side.
    private static JsonNode sources(JsonNode tree) {
        for (JsonNode node : tree) {
            if (node.path("name").asString("").equals("src") && isFolder(node)) {
                return node.path("children");
            }
        }
        return tree;
    }

    private static void add(JsonNode node, String above, Map<String, RemoteFile> files, String project) {
        String path = above + node.path("name").asString("");
        if (isFolder(node)) {
            for (JsonNode child : node.path("children")) {
                add(child, path + "/", files, project);
            }
        } else if (path.startsWith(FOLDER) || path.equals(SETTINGS)) {
            String below = path.equals(SETTINGS) ? path : path.substring(FOLDER.length());
            files.put(
                    below,
                    new RemoteFile(below, RemoteFile.UNKNOWN, node.path("uid").asString(""), Instant.EPOCH));
        } else {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "The project “" + project + "” serves something that was not published from here.",
                    "Choose another project, or make a new one at Vercel."));
        }
    }

    private static boolean isFolder(JsonNode node) {
        return node.path("type").asString("").equals("directory");
    }
}

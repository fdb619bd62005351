package org.sitewright.publish;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The manifest as JSON (RFC 8259).
final class ManifestJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ManifestJson() {}

    static String write(Manifest manifest) {
        return JSON.writeValueAsString(manifest);
    }

    /// @throws PublishProblem when it is not ours, damaged, or of a newer program
    static Manifest read(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.path("format").asInt(0) > Manifest.FORMAT) {
                throw new PublishProblem(new PublishFailure.Conflict(
                        "This place was published to by a newer version of Sitewright.",
                        "Update Sitewright on this computer, then publish again."));
            }
            if (tree.path("format").asInt(0) == 1 && tree instanceof ObjectNode first) {
                // The first format kept nothing of earlier releases.
                first.put("format", Manifest.FORMAT).putPOJO("kept", Manifest.Kept.NOTHING);
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException damaged) {
            throw new PublishProblem(
                    new PublishFailure.Damaged(
                            "The record of earlier publishing (" + Manifest.PATH + ") cannot be read.",
                            "Delete the file " + Manifest.PATH + " at the host, then publish again: every file is"
                                    + " sent anew and nothing is deleted."),
                    damaged);
        }
    }
}

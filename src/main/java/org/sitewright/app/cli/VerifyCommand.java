package org.sitewright.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaStore;
import org.sitewright.site.SiteListing;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "verify", description = "Check that database, journal and media are all whole.")
final class VerifyCommand extends WorkspaceCommand {
    VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        List<String> faults = new ArrayList<>(workspace.verify());
        for (Account account : workspace.accounts().list()) {
            for (SiteListing site : workspace.sites().list(account.id())) {
                for (MediaItem item : workspace.mediaLibrary().list(site.id())) {
                    check(workspace.mediaStore(), item, faults);
                }
            }
        }
        ObjectNode json = Json.object().put("whole", faults.isEmpty());
        ArrayNode array = json.putArray("faults");
        faults.forEach(array::add);
        invocation().show(json, faults.isEmpty() ? List.of("Database, journal and media are whole.") : faults);
        if (faults.isEmpty()) {
            return ExitCode.DONE;
        }
        invocation().warn("Restore what is damaged from a backup. (SW-VERIFY)");
        return ExitCode.FAILED;
    }

    private static void check(MediaStore store, MediaItem item, List<String> faults) {
        try (InputStream in = store.open(item.media())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(digest.digest()).equals(item.media().sha256())) {
                faults.add("Media: " + item.fileName() + " was altered.");
            }
        } catch (IOException | Problem missing) {
            faults.add("Media: " + item.fileName() + " is missing or cannot be read.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

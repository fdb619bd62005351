package org.sitewright.app;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitewright.adapter.folder.FolderBlobs;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.blob.BlobStore;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.VaultCredentials;
import org.sitewright.secret.SecretVault;
import org.sitewright.work.Problem;

/// Opens the places that backups lie in: targets of the kinds `s3` and `folder`, and addresses of such places.
public final class BackupPlaces {
    /// Where the vault keeps the key that may delete, its id on the first line and its secret half on the second.
    public static final String PRUNING_KEY = "backup/pruning-key";

    private BackupPlaces() {}

    /// Whether backups can lie there.
    public static boolean canHold(Target target) {
        return target.settings() instanceof TargetSettings.S3 || target.settings() instanceof TargetSettings.Folder;
    }

    /// @param vault asked for only when the place needs a key
    /// @throws Problem `SW-BACKUP-KIND` when backups cannot lie there
    public static BlobStore open(Target target, Supplier<? extends SecretVault> vault) {
        return switch (target.settings()) {
            case TargetSettings.S3 s3 -> {
                SecretVault opened = vault.get();
                yield new S3Blobs(s3, new VaultCredentials(opened, target));
            }
            case TargetSettings.Folder folder -> new FolderBlobs(folder.folder());
            case TargetSettings.Sftp other -> throw cannotHold(target);
            case TargetSettings.Ftps other -> throw cannotHold(target);
            case TargetSettings.Git other -> throw cannotHold(target);
            case TargetSettings.WebDav other -> throw cannotHold(target);
            case TargetSettings.Zip other -> throw cannotHold(target);
            case TargetSettings.Vercel other -> throw cannotHold(target);
            case TargetSettings.Heroku other -> throw cannotHold(target);
        };
    }

    /// The place opened with the key that may delete; empty when a bucket has none, so that nothing is deleted there.
    public static Optional<BlobStore> pruning(Target target, Supplier<? extends SecretVault> vault) {
        if (!(target.settings() instanceof TargetSettings.S3 s3)) {
            return Optional.of(open(target, vault));
        }
        SecretVault opened = vault.get();
        if (!opened.names().contains(PRUNING_KEY)) {
            return Optional.empty();
        }
        return Optional.of(new S3Blobs(s3, () -> {
            String text = new String(opened.getText(PRUNING_KEY).orElseThrow());
            int line = text.indexOf('\n');
            return new AccessKey(text.substring(0, line), text.substring(line + 1));
        }));
    }

    private static Problem cannotHold(Target target) {
        return new Problem(
                "SW-BACKUP-KIND",
                "Backups cannot lie in “" + target.name() + "”.",
                "Choose a target of the kind s3 or folder.");
    }

    /// What an address names: `s3://bucket/folder`, with `?endpoint=…&region=…` for a host other than Amazon, or a
    /// folder as a path or `file:` address. Empty when it is neither.
    ///
    /// @param environment with what the tools of Amazon are told in `AWS_ENDPOINT_URL` and `AWS_REGION`
    public static Optional<TargetSettings> settings(String address, Map<String, String> environment) {
        if (address.startsWith("s3://")) {
            return Optional.of(bucket(address, environment));
        }
        if (address.startsWith("file:")) {
            return Optional.of(new TargetSettings.Folder(Path.of(URI.create(address)), ""));
        }
        Path folder = Path.of(address).toAbsolutePath().normalize();
        return Files.isDirectory(folder) ? Optional.of(new TargetSettings.Folder(folder, "")) : Optional.empty();
    }

    private static TargetSettings bucket(String address, Map<String, String> environment) {
        String[] halves = address.substring("s3://".length()).split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : halves.length < 2 ? List.<String>of() : List.of(halves[1].split("&", -1))) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        int slash = halves[0].indexOf('/');
        String endpoint = query.getOrDefault("endpoint", first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"));
        String region = query.getOrDefault("region", first(environment, "AWS_REGION", "AWS_DEFAULT_REGION"));
        return new TargetSettings.S3(
                endpoint,
                region,
                slash < 0 ? halves[0] : halves[0].substring(0, slash),
                slash < 0 ? "" : halves[0].substring(slash + 1),
                !endpoint.isEmpty(),
                "",
                TargetSettings.Support.FULL);
    }

    private static String first(Map<String, String> environment, String one, String other) {
        return environment.getOrDefault(one, environment.getOrDefault(other, ""));
    }

    public static BlobStore open(TargetSettings settings, Credentials credentials) {
        return settings instanceof TargetSettings.S3 s3
                ? new S3Blobs(s3, credentials)
                : new FolderBlobs(((TargetSettings.Folder) settings).folder());
    }

    /// The address of a place, to be printed and typed.
    public static String address(TargetSettings settings) {
        if (!(settings instanceof TargetSettings.S3 s3)) {
            return settings.place();
        }
        String query = s3.endpoint().isEmpty() ? "" : "?endpoint=" + s3.endpoint();
        String region = s3.region().isEmpty() || s3.region().equals("us-east-1")
                ? ""
                : (query.isEmpty() ? "?" : "&") + "region=" + s3.region();
        return s3.place() + query + region;
    }
}

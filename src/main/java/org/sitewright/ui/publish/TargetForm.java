package org.sitewright.ui.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;

/// What a person typed to describe a target, and what is wrong with it.
///
/// @param hasKey whether a key is kept already, so that none need be typed
record TargetForm(Kind kind, Names names, String folder, S3Part s3, KeyPart key, boolean hasKey) {
    private static final int LONGEST_NAME = 80;

    enum Kind {
        FOLDER,
        AMAZON,
        COMPATIBLE
    }

    /// The fields that can be wrong.
    enum Field {
        NAME,
        FOLDER,
        PUBLIC_URL,
        ENDPOINT,
        REGION,
        BUCKET,
        KEY_ID,
        SECRET
    }

    /// What every target has.
    ///
    /// @param publicUrl where visitors find the site; may be empty
    record Names(String name, String publicUrl) {}

    record S3Part(String endpoint, String region, String bucket, String prefix, boolean pathStyle) {}

    record KeyPart(String id, String secret) {
        @Override
        public String toString() {
            return "KeyPart[" + id + "]";
        }
    }

    /// The faults by field, in words that say what to do; empty when all is well.
    ///
    /// @param withName whether the name counts
    Map<Field, String> faults(boolean withName) {
        Map<Field, String> faults = new EnumMap<>(Field.class);
        if (withName && names.name().isBlank()) {
            faults.put(Field.NAME, "Give the target a name, as you will look for it.");
        } else if (withName && names.name().strip().length() > LONGEST_NAME) {
            faults.put(Field.NAME, "Use at most " + LONGEST_NAME + " characters.");
        }
        if (!publicUrl().isEmpty() && !isAddress(publicUrl())) {
            faults.put(Field.PUBLIC_URL, "Enter a whole address, as https://example.org/, or nothing.");
        }
        switch (kind) {
            case FOLDER -> folderFaults(faults);
            case AMAZON, COMPATIBLE -> s3Faults(faults);
        }
        return faults;
    }

    /// The settings, once there are no faults.
    ///
    /// @param support what a test found the host to do
    TargetSettings settings(Optional<TargetSettings.Support> support) {
        return switch (kind) {
            case FOLDER -> new TargetSettings.Folder(Path.of(folder.strip()), publicUrl());
            case AMAZON, COMPATIBLE ->
                new TargetSettings.S3(
                        kind == Kind.AMAZON ? "" : s3.endpoint().strip(),
                        s3.region().strip(),
                        s3.bucket().strip(),
                        s3.prefix().strip(),
                        kind == Kind.COMPATIBLE && s3.pathStyle(),
                        publicUrl(),
                        support.orElse(untested()));
        };
    }

    /// The key that was typed; empty to keep the one that is there.
    Optional<AccessKey> accessKey() {
        if (kind == Kind.FOLDER || (hasKey && key.id().isBlank() && key.secret().isBlank())) {
            return Optional.empty();
        }
        return Optional.of(new AccessKey(key.id().strip(), key.secret().strip()));
    }

    static TargetSettings.S3 withSupport(TargetSettings.S3 old, TargetSettings.Support support) {
        return old.with(support);
    }

    /// Amazon documents what it does; of another host nothing is taken for granted before it was tested.
    private TargetSettings.Support untested() {
        return kind == Kind.AMAZON ? TargetSettings.Support.FULL : new TargetSettings.Support(false, false);
    }

    private String publicUrl() {
        return names.publicUrl().strip();
    }

    private void folderFaults(Map<Field, String> faults) {
        if (folder.isBlank()) {
            faults.put(Field.FOLDER, "Choose the folder that the site is written to.");
            return;
        }
        try {
            if (!Path.of(folder.strip()).isAbsolute()) {
                faults.put(Field.FOLDER, "Enter the whole path, from the root of the disk.");
            }
        } catch (InvalidPathException notAPath) {
            faults.put(Field.FOLDER, "This cannot be a folder: " + notAPath.getReason() + ".");
        }
    }

    private void s3Faults(Map<Field, String> faults) {
        if (kind == Kind.COMPATIBLE && !isAddress(s3.endpoint().strip())) {
            faults.put(Field.ENDPOINT, "Enter the address that the host gives, as https://s3.example.org.");
        }
        if (kind == Kind.AMAZON && !s3.region().strip().matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            faults.put(Field.REGION, "Enter the region of the bucket, as eu-central-1.");
        }
        String bucket = s3.bucket().strip();
        if (bucket.isEmpty()) {
            faults.put(Field.BUCKET, "Enter the name of the bucket.");
        } else if (!bucket.matches(
                kind == Kind.AMAZON ? "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]" : "[A-Za-z0-9._-]{1,255}")) {
            faults.put(Field.BUCKET, "This cannot be the name of a bucket; enter it without slashes or spaces.");
        }
        if (accessKey().isPresent()) {
            if (key.id().isBlank()) {
                faults.put(Field.KEY_ID, "Enter the id of the access key.");
            }
            if (key.secret().isBlank()) {
                faults.put(Field.SECRET, "Enter the secret key that belongs to the id.");
            }
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return address.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}

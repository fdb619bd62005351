package org.sitewright.ui.publish;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Secret;
import org.sitewright.publish.TargetSettings.Server;

/// What a person typed to describe a target, and what is wrong with it.
///
/// @param values what is in each field; a field without a value is empty
/// @param hasKey whether a secret is kept already, so that none need be typed
record TargetForm(Kind kind, Map<Field, String> values, boolean pathStyle, boolean hasKey) {
    TargetForm {
        values = Map.copyOf(values);
    }

    enum Kind {
        FOLDER,
        ZIP,
        AMAZON,
        COMPATIBLE,
        SFTP,
        FTPS,
        GIT,
        WEBDAV,
        VERCEL,
        HEROKU;

        /// Whether two kinds are kept as one, so that a target can be changed from one to the other.
        boolean isLike(Kind other) {
            return this == other
                    || ((this == AMAZON || this == COMPATIBLE) && (other == AMAZON || other == COMPATIBLE));
        }
    }

    /// All that can be asked for.
    enum Field {
        NAME,
        FOLDER,
        ZIP_FILE,
        PUBLIC_URL,
        ENDPOINT,
        REGION,
        BUCKET,
        PREFIX,
        LIMIT,
        DISTRIBUTION,
        KEY_ID,
        SECRET,
        HOST,
        PORT,
        USER,
        REMOTE_FOLDER,
        KEY_FILE,
        HOST_KEY,
        REPOSITORY,
        BRANCH,
        BRANCH_FOLDER,
        ADDRESS,
        PROJECT,
        TEAM,
        APP
    }

    String value(Field field) {
        return values.getOrDefault(field, "").strip();
    }

    /// The faults by field, in words that say what to do; empty when all is well.
    ///
    /// @param withName whether the name counts
    Map<Field, String> faults(boolean withName) {
        Map<Field, String> faults = new EnumMap<>(Field.class);
        new TargetFaults(this, faults).find(withName);
        return faults;
    }

    /// The settings, once there are no faults.
    ///
    /// @param support what a test found the host to do
    TargetSettings settings(Optional<TargetSettings.Support> support) {
        String url = value(Field.PUBLIC_URL);
        return switch (kind) {
            case FOLDER -> new TargetSettings.Folder(Path.of(value(Field.FOLDER)), url);
            case ZIP -> new TargetSettings.Zip(Path.of(value(Field.ZIP_FILE)), url);
            case AMAZON, COMPATIBLE -> s3(support, url);
            case SFTP ->
                new TargetSettings.Sftp(
                        server(TargetSettings.Sftp.PORT),
                        value(Field.REMOTE_FOLDER),
                        value(Field.KEY_FILE),
                        value(Field.HOST_KEY),
                        url);
            case FTPS ->
                new TargetSettings.Ftps(
                        server(TargetSettings.Ftps.PORT), value(Field.REMOTE_FOLDER), value(Field.HOST_KEY), url);
            case GIT ->
                new TargetSettings.Git(
                        value(Field.REPOSITORY),
                        value(Field.BRANCH),
                        value(Field.BRANCH_FOLDER),
                        value(Field.KEY_FILE),
                        value(Field.HOST_KEY),
                        url);
            case WEBDAV -> new TargetSettings.WebDav(value(Field.ADDRESS), value(Field.USER), url);
            case VERCEL -> new TargetSettings.Vercel(value(Field.PROJECT), value(Field.TEAM), url);
            case HEROKU -> new TargetSettings.Heroku(value(Field.APP), url);
        };
    }

    /// The key or other secret that was typed; empty to keep the one that is there, or when none is needed.
    Optional<AccessKey> accessKey() {
        boolean typed = !value(Field.KEY_ID).isEmpty() || !value(Field.SECRET).isEmpty();
        boolean needed = secret() == Secret.REQUIRED && !hasKey;
        return secret() == Secret.NONE || !(typed || needed)
                ? Optional.empty()
                : Optional.of(new AccessKey(value(Field.KEY_ID), value(Field.SECRET)));
    }

    /// Whether the kind of place has a secret, as far as that can be told before all is typed.
    Secret secret() {
        return switch (kind) {
            case FOLDER, ZIP -> Secret.NONE;
            case AMAZON, COMPATIBLE, FTPS, VERCEL, HEROKU -> Secret.REQUIRED;
            case SFTP ->
                switch (value(Field.KEY_FILE)) {
                    case "" -> Secret.REQUIRED;
                    case TargetSettings.AGENT -> Secret.NONE;
                    default -> Secret.OPTIONAL;
                };
            case GIT -> Secret.OPTIONAL;
            case WEBDAV -> value(Field.USER).isEmpty() ? Secret.NONE : Secret.REQUIRED;
        };
    }

    static TargetSettings.S3 withSupport(TargetSettings.S3 old, TargetSettings.Support support) {
        return old.with(support);
    }

    /// The port that was typed, or the usual one.
    static int port(String typed, int usual) {
        return typed.isEmpty() ? usual : typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 0;
    }

    static boolean isPath(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private TargetSettings.S3 s3(Optional<TargetSettings.Support> support, String url) {
        // Amazon documents what it does; of another host nothing is taken for granted before it was tested.
        TargetSettings.Support untested =
                kind == Kind.AMAZON ? TargetSettings.Support.FULL : TargetSettings.Support.NONE;
        return new TargetSettings.S3(
                kind == Kind.AMAZON ? "" : value(Field.ENDPOINT),
                value(Field.REGION),
                value(Field.BUCKET),
                value(Field.PREFIX),
                kind == Kind.COMPATIBLE && pathStyle,
                url,
                support.orElse(untested),
                new TargetSettings.Delivery(limit() * 1000, value(Field.DISTRIBUTION)));
    }

    private long limit() {
        String typed = value(Field.LIMIT);
        return typed.matches("\\d{1,7}") ? Long.parseLong(typed) : 0;
    }

    private Server server(int usualPort) {
        return new Server(value(Field.HOST), port(value(Field.PORT), usualPort), value(Field.USER));
    }

    @Override
    public String toString() {
        return "TargetForm[" + kind + "]";
    }
}

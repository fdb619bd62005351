package org.sitewright.publish;

import java.nio.file.Path;
import java.util.List;

/// What a target needs to be reached, without its secrets.
public sealed interface TargetSettings {
    /// What stands in the place of a key file where the SSH agent of this computer signs in.
    String AGENT = "ssh-agent";

    /// Where visitors find what is published, as `https://example.org/`; empty when there is no such address.
    String publicUrl();

    /// The kind as the command line and the store call it, as `sftp`.
    String kind();

    /// The place on one line and without secrets, as `sftp://me@example.org/www`.
    String place();

    /// Whether the vault keeps a secret for it.
    Secret secret();

    default Hosting hosting() {
        return Hosting.CUSTOM;
    }

    /// Whether a target has a secret.
    enum Secret {
        NONE,
        /// It may have one, as a key file may have a passphrase.
        OPTIONAL,
        REQUIRED
    }

    /// A folder of this computer.
    record Folder(Path folder, String publicUrl) implements TargetSettings {
        @Override
        public String kind() {
            return "folder";
        }

        @Override
        public String place() {
            return folder.toString();
        }

        @Override
        public Secret secret() {
            return Secret.NONE;
        }
    }

    /// A bucket of Amazon S3 or of a host that speaks its protocol.
    ///
    /// @param endpoint the host's address; empty for Amazon itself
    /// @param region as `eu-central-1`; `auto` or `us-east-1` where the host has none
    /// @param prefix a folder inside the bucket, as `site`; empty for the whole bucket
    /// @param pathStyle whether the bucket stands in the path rather than in the host name
    /// @param support what the connection test found the host to do
    /// @param delivery the way to the bucket and on to visitors
    record S3(
            String endpoint,
            String region,
            String bucket,
            String prefix,
            boolean pathStyle,
            String publicUrl,
            Support support,
            Delivery delivery)
            implements TargetSettings {
        public S3 {
            prefix = trimSlashes(prefix);
        }

        @Override
        public String kind() {
            return "s3";
        }

        @Override
        public String place() {
            return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
        }

        @Override
        public Secret secret() {
            return Secret.REQUIRED;
        }

        /// A bucket that visitors reach without a network before it, sent to as fast as the line allows.
        public S3(
                String endpoint,
                String region,
                String bucket,
                String prefix,
                boolean pathStyle,
                String publicUrl,
                Support support) {
            this(endpoint, region, bucket, prefix, pathStyle, publicUrl, support, Delivery.PLAIN);
        }

        public S3 with(Support found) {
            return new S3(endpoint, region, bucket, prefix, pathStyle, publicUrl, found, delivery);
        }

        public S3 with(Delivery changed) {
            return new S3(endpoint, region, bucket, prefix, pathStyle, publicUrl, support, changed);
        }

        @Override
        public Hosting hosting() {
            return endpoint.isEmpty() ? Hosting.AWS : Hosting.CUSTOM;
        }
    }

    /// How files travel to a bucket and on to visitors.
    ///
    /// @param bytesPerSecond how fast files may be sent; 0 for no limit
    /// @param distribution the id of the CloudFront distribution before the bucket; empty when there is none
    record Delivery(long bytesPerSecond, String distribution) {
        public static final Delivery PLAIN = new Delivery(0, "");

        public Delivery {
            if (bytesPerSecond < 0) {
                throw new IllegalArgumentException("a speed below nothing: " + bytesPerSecond);
            }
        }
    }

    /// What a host can do.
    ///
    /// @param conditionalWrites whether it refuses a write when the object is not as expected, so that of two
    ///     publishers one wins
    /// @param checksums whether it checks the SHA-256 that is sent with an object
    /// @param everySum whether a checksum may go with every request, also in a way that some hosts refuse
    /// @param redirects whether it keeps with an object where its address leads now
    record Support(boolean conditionalWrites, boolean checksums, boolean everySum, boolean redirects) {
        public static final Support FULL = new Support(true, true);
        public static final Support NONE = new Support(false, false);

        public Support(boolean conditionalWrites, boolean checksums) {
            this(conditionalWrites, checksums, false, false);
        }

        /// Something that hosts can do or cannot.
        ///
        /// @param words what follows from that, for a person
        public record Ability(boolean there, String words) {
            private static Ability of(boolean there, String yes, String no) {
                return new Ability(there, there ? yes : no);
            }
        }

        /// What it can do and what it cannot.
        public List<Ability> abilities() {
            return List.of(
                    Ability.of(
                            conditionalWrites,
                            "Of two publishers at the same time, one is refused.",
                            "Two publishers at the same time are not told apart."),
                    Ability.of(
                            checksums,
                            "The host checks the SHA-256 of each file as it arrives.",
                            "The host does not check the SHA-256 of a file; what arrived is compared afterwards."),
                    Ability.of(
                            everySum,
                            "A checksum goes with every request.",
                            "Checksums go only with requests that need one."),
                    Ability.of(
                            redirects,
                            "Old addresses are kept as redirects of the bucket’s website.",
                            "Old addresses are kept as pages that lead on."));
        }
    }

    /// A computer to sign in to.
    ///
    /// @param port 1 to 65535
    record Server(String host, int port, String user) {
        /// As `me@example.org`, with the port where it is not the usual one.
        String at(int usualPort) {
            return user + "@" + host + (port == usualPort ? "" : ":" + port);
        }
    }

    /// A folder of a server that speaks SFTP over SSH.
    ///
    /// @param folder where the site goes, as `/var/www/bakery`; without a slash it is below the user's home
    /// @param keyFile of the private key to sign in with, whose passphrase is the secret; [#AGENT] for the keys of
    ///     the SSH agent; empty to sign in with a password, which then is the secret
    /// @param hostKey the server's key that was accepted, as `ssh-ed25519 SHA256:…`; empty before the first contact
    record Sftp(Server server, String folder, String keyFile, String hostKey, String publicUrl)
            implements TargetSettings {
        public static final int PORT = 22;

        @Override
        public String kind() {
            return "sftp";
        }

        @Override
        public String place() {
            return "sftp://" + server.at(PORT) + (folder.startsWith("/") ? folder : "/~/" + folder);
        }

        @Override
        public Secret secret() {
            return switch (keyFile) {
                case "" -> Secret.REQUIRED;
                case AGENT -> Secret.NONE;
                default -> Secret.OPTIONAL;
            };
        }

        public Sftp trusting(String key) {
            return new Sftp(server, folder, keyFile, key, publicUrl);
        }
    }

    /// A folder of a server that speaks FTP over TLS (RFC 4217).
    ///
    /// @param certificate the SHA-256 of the only certificate to accept, as `SHA256:…`; empty to trust whom this
    ///     computer trusts
    record Ftps(Server server, String folder, String certificate, String publicUrl) implements TargetSettings {
        public static final int PORT = 21;

        @Override
        public String kind() {
            return "ftps";
        }

        @Override
        public String place() {
            return "ftps://" + server.at(PORT) + (folder.startsWith("/") ? folder : "/" + folder);
        }

        @Override
        public Secret secret() {
            return Secret.REQUIRED;
        }

        public Ftps trusting(String fingerprint) {
            return new Ftps(server, folder, fingerprint, publicUrl);
        }
    }

    /// A branch of a git repository, as GitHub Pages and GitLab Pages serve it.
    ///
    /// @param repository its address, as `https://github.com/me/site.git`, `git@github.com:me/site.git` or a path
    /// @param branch as `gh-pages`
    /// @param folder inside the branch, as `docs`; empty for the whole branch
    /// @param keyFile of the SSH key, or [#AGENT]; empty to sign in with a token or not at all
    /// @param hostKey see [Sftp]; used with a key file only
    record Git(String repository, String branch, String folder, String keyFile, String hostKey, String publicUrl)
            implements TargetSettings {
        public Git {
            folder = trimSlashes(folder);
        }

        @Override
        public String kind() {
            return "git";
        }

        @Override
        public String place() {
            return repository + "#" + branch + (folder.isEmpty() ? "" : "/" + folder);
        }

        @Override
        public Secret secret() {
            return keyFile.equals(AGENT) ? Secret.NONE : Secret.OPTIONAL;
        }

        public Git trusting(String key) {
            return new Git(repository, branch, folder, keyFile, key, publicUrl);
        }
    }

    /// A folder of a WebDAV server (RFC 4918).
    ///
    /// @param address of the folder, as `https://dav.example.org/www/`
    /// @param user empty when no sign-in is needed
    record WebDav(String address, String user, String publicUrl) implements TargetSettings {
        @Override
        public String kind() {
            return "webdav";
        }

        @Override
        public String place() {
            return address;
        }

        @Override
        public Secret secret() {
            return user.isEmpty() ? Secret.NONE : Secret.REQUIRED;
        }
    }

    /// A zip file of this computer.
    record Zip(Path file, String publicUrl) implements TargetSettings {
        @Override
        public String kind() {
            return "zip";
        }

        @Override
        public String place() {
            return file.toString();
        }

        @Override
        public Secret secret() {
            return Secret.NONE;
        }
    }

    /// A project at Vercel. The secret is an access token.
    ///
    /// @param project its name or id
    /// @param team the id of the team it belongs to, as `team_…`; empty for a personal account
    record Vercel(String project, String team, String publicUrl) implements TargetSettings {
        @Override
        public String kind() {
            return "vercel";
        }

        @Override
        public String place() {
            return "vercel:" + (team.isEmpty() ? "" : team + "/") + project;
        }

        @Override
        public Secret secret() {
            return Secret.REQUIRED;
        }

        @Override
        public Hosting hosting() {
            return Hosting.VERCEL;
        }
    }

    /// An app at Heroku. The secret is an API key.
    ///
    /// @param app its name
    record Heroku(String app, String publicUrl) implements TargetSettings {
        @Override
        public String kind() {
            return "heroku";
        }

        @Override
        public String place() {
            return "heroku:" + app;
        }

        @Override
        public Secret secret() {
            return Secret.REQUIRED;
        }

        @Override
        public Hosting hosting() {
            return Hosting.HEROKU;
        }
    }

    private static String trimSlashes(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}

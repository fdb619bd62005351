package org.sitewright.app.cli;

import java.nio.file.Path;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What describes a target on the command line, except its secret.
final class TargetOptions {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "s3, folder, sftp, ftps, git, webdav, zip, vercel or heroku.")
    private Kind kind = Kind.FOLDER;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the files go: on this computer for folder, on the server for sftp and ftps, inside the"
                    + " branch for git.")
    private String folder = "";

    @Option(names = "--bucket", paramLabel = "B", description = "For s3: the bucket.")
    private String bucket = "";

    @Option(names = "--region", paramLabel = "R", description = "For s3: its region. Default: us-east-1.")
    private String region = "us-east-1";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "For s3: the address of a host other than Amazon, as https://s3.example.org.")
    private String endpoint = "";

    @Option(names = "--prefix", paramLabel = "P", description = "For s3: a folder inside the bucket.")
    private String prefix = "";

    @Option(names = "--path-style", description = "For s3: write the bucket into the path, as many hosts want it.")
    private boolean pathStyle;

    @Option(
            names = "--limit",
            paramLabel = "KB",
            description = "For s3: send at most so many kilobytes a second. Default: no limit.")
    private int limit;

    @Option(
            names = "--distribution",
            paramLabel = "ID",
            description = "For s3: the CloudFront distribution before the bucket, to be refreshed.")
    private String distribution = "";

    @Option(
            names = "--access-key",
            paramLabel = "ID",
            description = "For s3: the id of the access key. For git over https: the user, where the host wants one.")
    private String accessKey = "";

    @Option(names = "--host", paramLabel = "H", description = "For sftp and ftps: the server.")
    private String host = "";

    @Option(names = "--port", paramLabel = "N", description = "For sftp and ftps: its port. Default: 22 and 21.")
    private int port;

    @Option(names = "--user", paramLabel = "U", description = "For sftp, ftps and webdav: the user to sign in as.")
    private String user = "";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "For sftp, and for git over SSH: the file of the private key. Its passphrase is the secret."
                    + " The word ssh-agent stands for the keys of the SSH agent.")
    private String keyFile = "";

    @Option(
            names = "--host-key",
            paramLabel = "KEY",
            description = "For sftp, ftps and git over SSH: the key or certificate of the server to accept, as"
                    + " SHA256:…; “target test” shows it.")
    private String hostKey = "";

    @Option(names = "--repository", paramLabel = "URL", description = "For git: the repository.")
    private String repository = "";

    @Option(names = "--branch", paramLabel = "B", description = "For git: the branch. Default: gh-pages.")
    private String branch = "gh-pages";

    @Option(names = "--address", paramLabel = "URL", description = "For webdav: the address of the folder.")
    private String address = "";

    @Option(names = "--file", paramLabel = "FILE", description = "For zip: the zip file.")
    private String file = "";

    @Option(names = "--project", paramLabel = "P", description = "For vercel: the project.")
    private String project = "";

    @Option(names = "--team", paramLabel = "ID", description = "For vercel: the id of the team, as team_….")
    private String team = "";

    @Option(names = "--app", paramLabel = "A", description = "For heroku: the app.")
    private String app = "";

    @Option(names = "--public-url", paramLabel = "URL", description = "Where visitors find what is published.")
    private String publicUrl = "";

    /// The kinds of targets.
    enum Kind {
        S3,
        FOLDER,
        SFTP,
        FTPS,
        GIT,
        WEBDAV,
        ZIP,
        VERCEL,
        HEROKU
    }

    /// The half of a key that is no secret; empty where there is none.
    String accessKey() {
        return accessKey;
    }

    /// @throws ParameterException when something is missing or cannot be right
    TargetSettings settings(CommandLine line) {
        return switch (kind) {
            case FOLDER -> {
                need(line, "A folder target needs --folder DIR.", folder);
                yield new TargetSettings.Folder(here(folder), publicUrl);
            }
            case ZIP -> {
                need(line, "A zip target needs --file FILE.", file);
                yield new TargetSettings.Zip(here(file), publicUrl);
            }
            case S3 -> {
                need(line, "An S3 target needs --bucket B and --access-key ID.", bucket, accessKey);
                yield new TargetSettings.S3(
                                endpoint, region, bucket, prefix, pathStyle, publicUrl, TargetSettings.Support.FULL)
                        .with(new TargetSettings.Delivery(Math.max(0, limit) * 1000L, distribution.strip()));
            }
            case SFTP -> {
                need(line, "An SFTP target needs --host H, --user U and --folder DIR.", host, user, folder);
                yield new TargetSettings.Sftp(
                        server(line, TargetSettings.Sftp.PORT), folder, keyFileHere(), hostKey, publicUrl);
            }
            case FTPS -> {
                need(line, "An FTPS target needs --host H, --user U and --folder DIR.", host, user, folder);
                yield new TargetSettings.Ftps(server(line, TargetSettings.Ftps.PORT), folder, hostKey, publicUrl);
            }
            case GIT -> {
                need(line, "A git target needs --repository URL.", repository);
                yield new TargetSettings.Git(repository, branch, folder, keyFileHere(), hostKey, publicUrl);
            }
            case WEBDAV -> {
                need(line, "A WebDAV target needs --address URL.", address);
                yield new TargetSettings.WebDav(address, user, publicUrl);
            }
            case VERCEL -> {
                need(line, "A Vercel target needs --project P.", project);
                yield new TargetSettings.Vercel(project, team, publicUrl);
            }
            case HEROKU -> {
                need(line, "A Heroku target needs --app A.", app);
                yield new TargetSettings.Heroku(app, publicUrl);
            }
        };
    }

    private Server server(CommandLine line, int usualPort) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(line, "A port is a number from 1 to " + HIGHEST_PORT + ".");
        }
        return new Server(host, port == 0 ? usualPort : port, user);
    }

    private String keyFileHere() {
        return keyFile.isBlank() || keyFile.equals(TargetSettings.AGENT)
                ? keyFile.strip()
                : here(keyFile).toString();
    }

    private static Path here(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static void need(CommandLine line, String words, String... values) {
        for (String value : values) {
            if (value.isBlank()) {
                throw new ParameterException(line, words);
            }
        }
    }
}

package org.sitewright.ui.publish;

import java.util.List;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;

/// What is asked for each kind of place, in the order in which it is asked.
final class TargetInputs {
    private static final Input PUBLIC_URL = new Input(
            Field.PUBLIC_URL,
            Form.TEXT,
            "Public address (optional)",
            "as https://example.org/",
            "Where visitors find the site. It goes into the sitemap and into what is shown when a page is shared.");
    private static final Input PORT = text(Field.PORT, "Port", "usual");
    private static final Input LIMIT = text(Field.LIMIT, "Send at most (optional)", "KB a second");
    private static final Input FOLDER_THERE = new Input(
            Field.REMOTE_FOLDER,
            Form.TEXT,
            "Folder on the server",
            "as /var/www/bakery",
            "Without a slash in front it is below the user's home.");

    private TargetInputs() {}

    /// How a value is given.
    enum Form {
        TEXT,
        SECRET,
        /// A folder of this computer, typed or chosen.
        FOLDER,
        /// A file of this computer that is there.
        FILE,
        /// A file of this computer that may not be there yet.
        NEW_FILE
    }

    /// One thing that is asked for.
    ///
    /// @param help a line below it; may be empty
    record Input(Field field, Form form, String label, String prompt, String help) {}

    /// The rows of the dialog below the name; one or two inputs in each.
    static List<List<Input>> of(Kind kind) {
        return switch (kind) {
            case FOLDER ->
                List.of(
                        List.of(new Input(
                                Field.FOLDER,
                                Form.FOLDER,
                                "Folder",
                                "as /srv/www/bakery",
                                "An empty folder, or one that this site was published to before.")),
                        List.of(PUBLIC_URL));
            case ZIP ->
                List.of(
                        List.of(new Input(
                                Field.ZIP_FILE,
                                Form.NEW_FILE,
                                "Zip file",
                                "as /home/me/bakery.zip",
                                "Written anew as a whole each time, for hosts where you upload a zip yourself.")),
                        List.of(PUBLIC_URL));
            case AMAZON ->
                List.of(
                        List.of(text(Field.BUCKET, "Bucket", ""), text(Field.REGION, "Region", "as eu-central-1")),
                        List.of(text(Field.PREFIX, "Folder in the bucket (optional)", "as site"), LIMIT),
                        List.of(PUBLIC_URL),
                        List.of(new Input(
                                Field.DISTRIBUTION,
                                Form.TEXT,
                                "CloudFront distribution (optional)",
                                "as E1A2B3C4D5E6F7",
                                "Told after each publish to drop its old copies.")),
                        keys());
            case COMPATIBLE ->
                List.of(
                        List.of(text(Field.ENDPOINT, "Endpoint", "as https://s3.example.org")),
                        List.of(
                                text(Field.BUCKET, "Bucket", ""),
                                text(Field.REGION, "Region (if the host has one)", "as auto")),
                        List.of(text(Field.PREFIX, "Folder in the bucket (optional)", "as site"), LIMIT),
                        List.of(PUBLIC_URL),
                        keys());
            case SFTP ->
                List.of(
                        List.of(text(Field.HOST, "Server", "as ssh.example.org"), PORT),
                        List.of(text(Field.USER, "User", ""), secret("Password, or passphrase of the key file")),
                        List.of(keyFile(
                                "Key file (optional)",
                                "Without one, the password signs in; ssh-agent stands for your agent’s keys.")),
                        List.of(FOLDER_THERE),
                        List.of(hostKey("Key of the server")),
                        List.of(PUBLIC_URL));
            case FTPS ->
                List.of(
                        List.of(text(Field.HOST, "Server", "as ftp.example.org"), PORT),
                        List.of(text(Field.USER, "User", ""), secret("Password")),
                        List.of(FOLDER_THERE),
                        List.of(hostKey("Certificate of the server (only where this computer does not trust it)")),
                        List.of(PUBLIC_URL));
            case GIT ->
                List.of(
                        List.of(text(Field.REPOSITORY, "Repository", "as https://github.com/me/site.git")),
                        List.of(
                                text(Field.BRANCH, "Branch", "as gh-pages"),
                                text(Field.BRANCH_FOLDER, "Folder in it (optional)", "as docs")),
                        List.of(secret("Access token, or passphrase of the key file")),
                        List.of(keyFile(
                                "SSH key file (optional)",
                                "For addresses such as git@github.com:me/site.git; ssh-agent stands for your agent’s"
                                        + " keys.")),
                        List.of(hostKey("Key of the SSH server")),
                        List.of(PUBLIC_URL));
            case WEBDAV ->
                List.of(
                        List.of(text(Field.ADDRESS, "Address of the folder", "as https://dav.example.org/www/")),
                        List.of(text(Field.USER, "User (optional)", ""), secret("Password")),
                        List.of(PUBLIC_URL));
            case VERCEL ->
                List.of(
                        List.of(
                                text(Field.PROJECT, "Project", "as my-bakery"),
                                text(Field.TEAM, "Team id (optional)", "as team_…")),
                        List.of(secret("Access token")),
                        List.of(PUBLIC_URL));
            case HEROKU ->
                List.of(
                        List.of(text(Field.APP, "App", "as my-bakery")),
                        List.of(secret("API key")),
                        List.of(PUBLIC_URL));
        };
    }

    private static List<Input> keys() {
        return List.of(text(Field.KEY_ID, "Access key id", ""), secret("Secret key"));
    }

    private static Input text(Field field, String label, String prompt) {
        return new Input(field, Form.TEXT, label, prompt, "");
    }

    private static Input secret(String label) {
        return new Input(Field.SECRET, Form.SECRET, label, "", "");
    }

    private static Input keyFile(String label, String help) {
        return new Input(Field.KEY_FILE, Form.FILE, label, "as /home/me/.ssh/id_ed25519", help);
    }

    private static Input hostKey(String label) {
        return new Input(
                Field.HOST_KEY, Form.TEXT, label, "SHA256:…", "The connection test shows it, for you to accept.");
    }
}

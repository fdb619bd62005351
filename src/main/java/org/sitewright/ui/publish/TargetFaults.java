package org.sitewright.ui.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.sitewright.publish.TargetSettings;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;

/// Finds what is wrong with a form, before anything is asked of a host.
final class TargetFaults {
    private static final int LONGEST_NAME = 80;
    private static final int HIGHEST_PORT = 65_535;

    private final TargetForm form;
    private final Map<Field, String> faults;

    TargetFaults(TargetForm form, Map<Field, String> faults) {
        this.form = form;
        this.faults = faults;
    }

    void find(boolean withName) {
        if (withName) {
            need(Field.NAME, "Give the target a name, as you will look for it.");
            refuse(
                    Field.NAME,
                    form.value(Field.NAME).length() > LONGEST_NAME,
                    "Use at most " + LONGEST_NAME + " characters.");
        }
        String url = form.value(Field.PUBLIC_URL);
        refuse(
                Field.PUBLIC_URL,
                !url.isEmpty() && !isAddress(url),
                "Enter a whole address, as https://example.org/, or nothing.");
        switch (form.kind()) {
            case FOLDER -> path(Field.FOLDER, "Choose the folder that the site is written to.");
            case ZIP -> zip();
            case AMAZON, COMPATIBLE -> s3();
            case SFTP, FTPS -> server();
            case GIT -> git();
            case WEBDAV ->
                refuse(
                        Field.ADDRESS,
                        !isAddress(form.value(Field.ADDRESS)),
                        "Enter the address of the folder, as https://dav.example.org/www/.");
            case VERCEL -> need(Field.PROJECT, "Enter the name of the project.");
            case HEROKU ->
                refuse(
                        Field.APP,
                        !form.value(Field.APP).matches("[a-z][a-z0-9-]{1,28}[a-z0-9]"),
                        "Enter the name of the app, as my-bakery.");
        }
        if (form.accessKey().isPresent() && form.kind() != Kind.AMAZON && form.kind() != Kind.COMPATIBLE) {
            need(Field.SECRET, form.kind() == Kind.VERCEL ? "Enter an access token." : "Enter the secret.");
        }
    }

    static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return address.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private void s3() {
        boolean amazon = form.kind() == Kind.AMAZON;
        refuse(
                Field.ENDPOINT,
                !amazon && !isAddress(form.value(Field.ENDPOINT)),
                form.value(Field.ENDPOINT).contains("<")
                        ? "Put your own value in place of what stands in angle brackets."
                        : "Enter the address that the host gives, as https://s3.example.org.");
        refuse(
                Field.REGION,
                amazon && !form.value(Field.REGION).matches("[a-z]{2}(-[a-z]+)+-\\d"),
                "Enter the region of the bucket, as eu-central-1.");
        need(Field.BUCKET, "Enter the name of the bucket.");
        refuse(
                Field.BUCKET,
                !form.value(Field.BUCKET)
                        .matches(amazon ? "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]" : "[A-Za-z0-9._-]{1,255}"),
                "This cannot be the name of a bucket; enter it without slashes or spaces.");
        refuse(
                Field.LIMIT,
                !form.value(Field.LIMIT).matches("(?:[1-9]\\d{0,6})?"),
                "Enter a number of kilobytes a second, as 500, or nothing.");
        refuse(
                Field.DISTRIBUTION,
                !form.value(Field.DISTRIBUTION).matches("[A-Z0-9]{0,20}"),
                "Enter the id as Amazon shows it, as E1A2B3C4D5E6F7.");
        if (form.accessKey().isPresent()) {
            need(Field.KEY_ID, "Enter the id of the access key.");
            need(Field.SECRET, "Enter the secret key that belongs to the id.");
        }
    }

    private void server() {
        refuse(
                Field.HOST,
                !form.value(Field.HOST).matches("[A-Za-z0-9._:-]{1,253}"),
                "Enter the name of the server, as ssh.example.org.");
        int port = TargetForm.port(form.value(Field.PORT), 1);
        refuse(Field.PORT, port < 1 || port > HIGHEST_PORT, "Enter a number from 1 to " + HIGHEST_PORT + ".");
        need(Field.USER, "Enter the user to sign in as.");
        need(Field.REMOTE_FOLDER, "Enter the folder that the site goes to, as /var/www/bakery.");
        keyFile();
        String hostKey = form.value(Field.HOST_KEY);
        refuse(
                Field.HOST_KEY,
                !hostKey.isEmpty() && !hostKey.contains("SHA256:"),
                "Enter it as SHA256:…, or nothing: the connection test shows it.");
    }

    private void git() {
        need(Field.REPOSITORY, "Enter the address of the repository, as https://github.com/me/site.git.");
        need(Field.BRANCH, "Enter the branch that is served, as gh-pages.");
        keyFile();
    }

    private void keyFile() {
        String file = form.value(Field.KEY_FILE);
        refuse(
                Field.KEY_FILE,
                form.kind() != Kind.FTPS
                        && !file.isEmpty()
                        && !file.equals(TargetSettings.AGENT)
                        && !TargetForm.isPath(file),
                "Choose the file of the private key, or enter " + TargetSettings.AGENT + ".");
    }

    private void zip() {
        path(Field.ZIP_FILE, "Choose where the zip file is written.");
        refuse(
                Field.ZIP_FILE,
                !form.value(Field.ZIP_FILE).toLowerCase(Locale.ROOT).endsWith(".zip"),
                "Let its name end in .zip.");
    }

    private void path(Field field, String missing) {
        need(field, missing);
        refuse(field, !TargetForm.isPath(form.value(field)), "Enter the whole path, from the root of the disk.");
    }

    private void need(Field field, String words) {
        refuse(field, form.value(field).isEmpty(), words);
    }

    /// The first fault of a field is the one that is told.
    private void refuse(Field field, boolean wrong, String words) {
        if (wrong) {
            faults.putIfAbsent(field, words);
        }
    }
}

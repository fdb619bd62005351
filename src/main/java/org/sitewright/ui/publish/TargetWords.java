package org.sitewright.ui.publish;

import org.sitewright.publish.TargetSettings;
import org.sitewright.ui.publish.TargetForm.Kind;

/// What the kinds of places are called, and their icons.
final class TargetWords {
    private TargetWords() {}

    static String label(Kind kind) {
        return switch (kind) {
            case FOLDER -> "Folder";
            case ZIP -> "Zip file";
            case AMAZON -> "Amazon S3";
            case COMPATIBLE -> "S3-compatible";
            case SFTP -> "SFTP";
            case FTPS -> "FTPS";
            case GIT -> "Git branch";
            case WEBDAV -> "WebDAV";
            case VERCEL -> "Vercel";
            case HEROKU -> "Heroku";
        };
    }

    static String icon(Kind kind) {
        return switch (kind) {
            case FOLDER -> "folder";
            case ZIP -> "file-archive";
            case AMAZON, COMPATIBLE -> "database";
            case SFTP -> "server";
            case FTPS -> "hard-drive-upload";
            case GIT -> "git-branch";
            case WEBDAV -> "folder-sync";
            case VERCEL -> "triangle";
            case HEROKU -> "hexagon";
        };
    }

    static Kind kind(TargetSettings settings) {
        return switch (settings) {
            case TargetSettings.Folder folder -> Kind.FOLDER;
            case TargetSettings.Zip zip -> Kind.ZIP;
            case TargetSettings.S3 s3 -> s3.endpoint().isEmpty() ? Kind.AMAZON : Kind.COMPATIBLE;
            case TargetSettings.Sftp sftp -> Kind.SFTP;
            case TargetSettings.Ftps ftps -> Kind.FTPS;
            case TargetSettings.Git git -> Kind.GIT;
            case TargetSettings.WebDav dav -> Kind.WEBDAV;
            case TargetSettings.Vercel vercel -> Kind.VERCEL;
            case TargetSettings.Heroku heroku -> Kind.HEROKU;
        };
    }

    static String kindWords(TargetSettings settings) {
        return label(kind(settings));
    }

    /// What a place is, in a word or two with its name, as `Bucket photos`.
    static String title(TargetSettings settings) {
        return switch (settings) {
            case TargetSettings.Folder folder -> "Folder";
            case TargetSettings.Zip zip -> "Zip file";
            case TargetSettings.S3 s3 -> "Bucket " + s3.bucket() + (s3.prefix().isEmpty() ? "" : "/" + s3.prefix());
            case TargetSettings.Sftp sftp -> "Folder " + sftp.folder();
            case TargetSettings.Ftps ftps -> "Folder " + ftps.folder();
            case TargetSettings.Git git -> "Branch " + git.branch();
            case TargetSettings.WebDav dav -> "WebDAV";
            case TargetSettings.Vercel vercel -> "Project " + vercel.project();
            case TargetSettings.Heroku heroku -> "App " + heroku.app();
        };
    }

    /// Where that is.
    static String where(TargetSettings settings) {
        return switch (settings) {
            case TargetSettings.Folder folder -> folder.folder().toString();
            case TargetSettings.Zip zip -> zip.file().toString();
            case TargetSettings.S3 s3 -> s3.endpoint().isEmpty() ? "Amazon S3, " + s3.region() : bare(s3.endpoint());
            case TargetSettings.Sftp sftp -> "SFTP, " + sftp.server().host();
            case TargetSettings.Ftps ftps -> "FTPS, " + ftps.server().host();
            case TargetSettings.Git git -> bare(git.repository());
            case TargetSettings.WebDav dav -> bare(dav.address());
            case TargetSettings.Vercel vercel -> vercel.team().isEmpty() ? "Vercel" : "Vercel, " + vercel.team();
            case TargetSettings.Heroku heroku -> "Heroku";
        };
    }

    private static String bare(String address) {
        return address.replaceFirst("^https?://([^/@]*@)?", "").replaceFirst("/+$", "");
    }
}

package org.sitewright.publish;

import java.util.Locale;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.HostForm;

/// What a build for a target must know.
public final class TargetBuild {
    private TargetBuild() {}

    /// At the target's public address. What is staged is not to be found by searching.
    public static BuildOptions options(Target target) {
        TargetSettings settings = target.settings();
        return options(settings, settings.publicUrl()).hidden(target.isStaging());
    }

    /// @param address where visitors will find it; one that is not of the web is left out
    public static BuildOptions options(TargetSettings settings, String address) {
        return BuildOptions.at(address, form(settings, address));
    }

    /// A bucket keeps headers with each file and a branch of GitHub Pages reads none. A zip is what people drop onto
    /// Netlify and Cloudflare Pages; servers that take files by SFTP, FTPS or WebDAV mostly run Apache.
    private static HostForm form(TargetSettings settings, String address) {
        return switch (settings) {
            case TargetSettings.Folder folder -> HostForm.NONE;
            case TargetSettings.S3 s3 -> HostForm.NONE;
            case TargetSettings.Sftp sftp -> HostForm.HTACCESS;
            case TargetSettings.Ftps ftps -> HostForm.HTACCESS;
            case TargetSettings.Git git -> HostForm.NONE;
            case TargetSettings.WebDav dav -> isSamePlace(dav.address(), address) ? HostForm.NONE : HostForm.HTACCESS;
            case TargetSettings.Zip zip -> HostForm.HEADERS_FILE;
            case TargetSettings.Vercel vercel -> HostForm.VERCEL;
            case TargetSettings.Heroku heroku -> HostForm.NGINX;
        };
    }

    /// Where visitors and we use one address, rules that keep the records from visitors would keep them from us.
    private static boolean isSamePlace(String dav, String address) {
        return !address.isEmpty() && place(dav).equals(place(address));
    }

    /// Host and path, which end with `/`.
    private static String place(String address) {
        String place = address.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
        return place.endsWith("/") ? place : place + "/";
    }
}

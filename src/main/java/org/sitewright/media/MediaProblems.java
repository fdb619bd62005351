package org.sitewright.media;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.sitewright.site.MediaId;
import org.sitewright.work.Problem;

/// The faults of pictures and files, in words for the person who added them.
final class MediaProblems {
    private static final String ANOTHER = "Choose another file, or open it in a picture program and save it anew.";

    private MediaProblems() {}

    static Problem unknownKind(String fileName) {
        return new Problem(
                "SW-MEDIA-KIND",
                "“" + fileName + "” is not a picture, video or PDF that a site can show.",
                "Use a JPEG, PNG, WebP, GIF, SVG, MP4, WebM or PDF file.");
    }

    static Problem heif(String fileName) {
        return new Problem(
                "SW-MEDIA-AVIF",
                "“" + fileName + "” is an AVIF or HEIC picture, which cannot be opened here.",
                "Open it in a picture program and save it as JPEG or WebP, then add that.");
    }

    static Problem fileTooBig(String fileName) {
        return new Problem(
                "SW-MEDIA-SIZE",
                "“" + fileName + "” is larger than 2 GB.",
                "Shorten or compress the video, or put it on a video service and link to it.");
    }

    static Problem notCropped(String fileName) {
        return new Problem(
                "SW-MEDIA-CROP",
                "“" + fileName + "” cannot be cropped here: it is a drawing, moves, or is not a picture.",
                "Crop it in the program it was made with, then add it again.");
    }

    static Problem empty(String fileName) {
        return new Problem("SW-MEDIA-EMPTY", "“" + fileName + "” is empty.", ANOTHER);
    }

    static Problem tooBig(String fileName) {
        return new Problem(
                "SW-MEDIA-SIZE",
                "“" + fileName + "” is larger than 50 MB.",
                "Make it smaller in a picture program: 4,000 pixels on the longer side are plenty for a site.");
    }

    static Problem tooManyPixels(String fileName, long width, long height) {
        return new Problem(
                "SW-MEDIA-PIXELS",
                String.format(
                        Locale.ROOT,
                        "“%s” has %,d × %,d pixels; more than 100 million cannot be opened.",
                        fileName,
                        width,
                        height),
                "Make it smaller in a picture program: 4,000 pixels on the longer side are plenty for a site.");
    }

    static Problem truncated(String fileName) {
        return new Problem(
                "SW-MEDIA-CUT",
                "“" + fileName + "” ends too early: a part of it is missing.",
                "Copy or download it again from where it came from.");
    }

    static Problem unreadable(String fileName) {
        return new Problem("SW-MEDIA-BAD", "“" + fileName + "” is damaged and cannot be opened.", ANOTHER);
    }

    static Problem unreadable(String fileName, Throwable cause) {
        return new Problem("SW-MEDIA-BAD", "“" + fileName + "” is damaged and cannot be opened.", ANOTHER, cause);
    }

    static Problem tooComplex(String fileName) {
        return new Problem(
                "SW-MEDIA-SVG",
                "“" + fileName + "” is too complex a drawing to be shown safely.",
                "Simplify it in a drawing program, or save it as a PNG picture.");
    }

    static Problem missing(MediaId media) {
        return new Problem(
                "SW-MEDIA-404",
                "The file of a picture is missing (" + media.sha256().substring(0, 12) + "…).",
                "Add the picture again, or restore it from a backup.");
    }

    static Problem disk(IOException fault) {
        String reason = fault instanceof FileSystemException named && named.getReason() != null
                ? " (" + named.getReason() + ")"
                : "";
        return new Problem(
                "SW-MEDIA-DISK",
                "The file could not be kept on this computer’s disk" + reason + ".",
                "Free some space on the disk and check that the data folder may be written to, then try again.",
                fault);
    }
}

package org.sitewright.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.site.SiteId;

/// What a host holds at one moment.
///
/// @param manifest the record there; an empty one when there is none
/// @param tag of the record; empty when there is none
record Host(Map<String, RemoteFile> files, Manifest manifest, String tag) {
    /// @param known the newest receipt of this computer, which spares reading the record while that is the same
    static Host look(PublishTarget target, SiteId site, Optional<Receipt> known) {
        Map<String, RemoteFile> files = new HashMap<>();
        target.list().forEach(file -> files.put(file.path(), file));
        RemoteFile record = files.get(Manifest.PATH);
        if (record == null) {
            return new Host(files, Manifest.none(site.toString()), "");
        }
        Optional<Receipt> same = known.filter(receipt -> receipt.tag().equals(record.tag()));
        if (same.isPresent()) {
            return new Host(files, ManifestJson.read(same.get().record()), record.tag());
        }
        Optional<RemoteText> read = target.read(Manifest.PATH);
        return new Host(
                files,
                read.map(text -> ManifestJson.read(text.text())).orElse(Manifest.none(site.toString())),
                read.map(RemoteText::tag).orElse(""));
    }

    boolean isOf(SiteId site) {
        return manifest.site().equals(site.toString());
    }

    /// Whether the file is there just as it was when it was sent.
    boolean has(String path, Entry entry) {
        RemoteFile there = files.get(path);
        return there != null && there.mayHave(entry.size()) && there.tag().equals(entry.tag());
    }

    List<Release> releases() {
        return manifest.kept().releases();
    }
}

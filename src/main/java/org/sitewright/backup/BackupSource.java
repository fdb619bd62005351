package org.sitewright.backup;

import java.nio.file.Path;
import org.sitewright.media.MediaStore;

/// What is backed up.
///
/// @param vaults the folder of the accounts' vaults, which are encrypted by themselves
/// @param temporary a folder for files that may be deleted at any time
public record BackupSource(LiveStore live, MediaStore media, Path vaults, Path temporary) {}

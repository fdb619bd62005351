package org.sitewright.backup;

import org.sitewright.blob.BlobStore;

/// Where backups go, and as whose.
///
/// @param device the name of this device's journal there, a UUID
public record BackupPlace(BlobStore blobs, BackupKeys keys, String device, Index index) {}

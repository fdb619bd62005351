package org.sitewright.ui.editor;

import org.sitewright.site.FieldPath;
import org.sitewright.site.SectionId;

/// Where a picture stands or can stand: a picture field of a section or of a list item.
record PictureSpot(SectionId section, FieldPath path) {}

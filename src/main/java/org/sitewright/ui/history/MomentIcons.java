package org.sitewright.ui.history;

import org.sitewright.history.MomentKind;

/// Which icon stands for a kind of edit.
final class MomentIcons {
    private MomentIcons() {}

    static String of(MomentKind kind) {
        return switch (kind) {
            case TEXT -> "type";
            case PICTURE -> "image";
            case LINK -> "link";
            case LOOK -> "layout-template";
            case SECTION -> "copy-plus";
            case ORDER -> "chevrons-up-down";
            case VISIBILITY -> "eye-off";
            case PAGE -> "file";
            case THEME -> "palette";
            case FORM -> "clipboard-list";
            case MENU -> "list-tree";
            case COMPONENT -> "blocks";
            case SITE -> "globe";
            case PUBLISH -> "cloud-upload";
        };
    }
}

package org.sitewright.ui.editor;

/// The widths that a page is looked at in, in CSS pixels.
enum Device {
    DESKTOP("Desktop", "monitor", 1200),
    TABLET("Tablet", "tablet", 768),
    PHONE("Phone", "smartphone", 390);

    private final String label;
    private final String icon;
    private final int width;

    Device(String label, String icon, int width) {
        this.label = label;
        this.icon = icon;
        this.width = width;
    }

    String label() {
        return label;
    }

    String icon() {
        return icon;
    }

    int width() {
        return width;
    }
}

package org.sitewright.publish;

/// Who runs the host of a target.
public enum Hosting {
    VERCEL,
    HEROKU,
    AWS,
    CUSTOM
}

package org.sitewright.site;

/// What the owner of a site decides about what machines read of it.
///
/// @param about whom the site presents, as search engines are told
/// @param crawlers what the programs of AI companies are asked to leave alone
/// @param readable whether the files of a build stay as they are written, for people who read them
/// @param hostRules whether a build has the file by which its host redirects, caches and protects
public record OutputChoices(About about, Crawlers crawlers, boolean readable, boolean hostRules) {
    public static final OutputChoices DEFAULT = new OutputChoices(About.UNSAID, Crawlers.ALLOW, false, true);

    /// Whom a site presents.
    public enum About {
        /// Only what the site shows by itself: one with an address and opening hours is of some organisation.
        UNSAID,
        PERSON,
        ORGANIZATION,
        LOCAL_BUSINESS
    }

    /// What `robots.txt` asks of the programs of AI companies (RFC 9309). A program may ignore it.
    public enum Crawlers {
        ALLOW,
        /// Answers may quote the site; models are not trained with it.
        NO_TRAINING,
        /// Neither trained with nor read for answers.
        NONE
    }

    public OutputChoices withAbout(About changed) {
        return new OutputChoices(changed, crawlers, readable, hostRules);
    }

    public OutputChoices withCrawlers(Crawlers changed) {
        return new OutputChoices(about, changed, readable, hostRules);
    }

    public OutputChoices withReadable(boolean changed) {
        return new OutputChoices(about, crawlers, changed, hostRules);
    }

    public OutputChoices withHostRules(boolean changed) {
        return new OutputChoices(about, crawlers, readable, changed);
    }
}

package org.sitewright.edit;

import java.util.List;
import java.util.UUID;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.MenuItem;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Theme;
import org.sitewright.site.Value;

/// One change to a site, as a value. [Edits#apply] gives it its meaning.
public sealed interface Edit {
    record SetField(SectionId section, FieldPath path, Value value) implements Edit {}

    record ClearField(SectionId section, String field) implements Edit {}

    record SetVariant(SectionId section, String variant) implements Edit {}

    record SetAnchor(SectionId section, String anchor) implements Edit {}

    record SetHidden(SectionId section, boolean hidden) implements Edit {}

    record InsertSection(Place place, int at, Section section) implements Edit {}

    record RemoveSection(SectionId section) implements Edit {}

    /// @param at the place that the section has afterwards, counted without it
    record MoveSection(SectionId section, Place place, int at) implements Edit {}

    record AddPage(int at, Page page) implements Edit {}

    record RemovePage(PageId page) implements Edit {}

    record MovePage(PageId page, int at) implements Edit {}

    /// Takes name, slug, texts, icon, SEO and draft state from `settings`; its id and sections are not looked at.
    record SetPageSettings(PageId page, Page settings) implements Edit {}

    record SetStyle(SectionId section, SectionStyle style) implements Edit {}

    record SetMenu(List<MenuItem> menu) implements Edit {}

    record SetRedirects(List<Redirect> redirects) implements Edit {}

    /// Adds a form, or writes the one with its id anew.
    record PutForm(Form form) implements Edit {}

    record RemoveForm(FormId form) implements Edit {}

    /// Adds a component, or writes the one with its id anew.
    record PutComponent(SiteComponent component) implements Edit {}

    record RemoveComponent(UUID component) implements Edit {}

    record SetOutput(OutputChoices output) implements Edit {}

    record SetTheme(Theme theme) implements Edit {}

    record SetDetails(String name, String description, String language) implements Edit {}

    /// Writes the section with its id anew, where it stands.
    record PutSection(Section section) implements Edit {}

    /// Writes the page with its id anew, or adds it. Sections of it that stand elsewhere leave there; an address that
    /// another page has got gets a number.
    ///
    /// @param at where it is added when it is not there
    record PutPage(int at, Page page) implements Edit {}

    /// Takes everything from another site but its id and its owner.
    record PutDocument(Site like) implements Edit {}

    /// Where a list of sections is.
    sealed interface Place {
        /// Above every page.
        record Top() implements Place {}

        /// Below every page.
        record Bottom() implements Place {}

        record OnPage(PageId page) implements Place {}
    }
}

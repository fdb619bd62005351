package org.sitewright.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Makes a site of its own out of another: new ids for the site and its pages, links between pages kept right.
public final class SiteCopy {
    private final Map<PageId, PageId> pages = new HashMap<>();
    private final Map<FormId, FormId> forms = new HashMap<>();
    private final UnaryOperator<MediaId> media;

    private SiteCopy(UnaryOperator<MediaId> media) {
        this.media = media;
    }

    public static Site of(Site site, UserId owner, String name, Ids ids) {
        SiteCopy copy = new SiteCopy(UnaryOperator.identity());
        site.pages().forEach(page -> copy.pages.put(page.id(), new PageId(ids.next())));
        site.parts().forms().forEach(form -> copy.forms.put(form.id(), new FormId(ids.next())));
        return copy.site(site, new SiteId(ids.next()), owner, name);
    }

    /// The same site, finding its pictures and files under other names.
    public static Site withMedia(Site site, UnaryOperator<MediaId> media) {
        return new SiteCopy(media).site(site, site.id(), site.owner(), site.name());
    }

    private Site site(Site site, SiteId id, UserId owner, String name) {
        return new Site(
                id,
                owner,
                name,
                site.description(),
                site.type(),
                site.brief(),
                site.language(),
                site.theme(),
                sections(site.top()),
                site.pages().stream().map(this::page).toList(),
                sections(site.bottom()),
                parts(site.parts()));
    }

    private SiteParts parts(SiteParts parts) {
        return new SiteParts(
                menu(parts.menu()),
                parts.redirects().stream()
                        .map(each -> new Redirect(each.from(), link(each.to())))
                        .toList(),
                parts.forms().stream().map(this::form).toList(),
                parts.components(),
                parts.output());
    }

    private List<MenuItem> menu(List<MenuItem> items) {
        return items.stream()
                .map(item -> new MenuItem(item.id(), item.label(), link(item.target()), menu(item.children())))
                .toList();
    }

    private Form form(Form form) {
        PageId page = form.page();
        return new Form(
                form(form.id()),
                page == null ? null : target(page),
                form.name(),
                form.fields(),
                form.submit(),
                form.thanks(),
                form.notificationEmail(),
                form.webhookUrl());
    }

    private FormId form(FormId form) {
        return forms.getOrDefault(form, form);
    }

    private Seo seo(Seo seo) {
        MediaId image = seo.image();
        return image == null ? seo : seo.withImage(media.apply(image));
    }

    private SectionStyle style(SectionStyle style) {
        return style.background() instanceof SectionStyle.Background.Picture(MediaId picture, Focal focal, int dim)
                ? style.withBackground(new SectionStyle.Background.Picture(media.apply(picture), focal, dim))
                : style;
    }

    private Page page(Page page) {
        return page.withId(target(page.id())).withSeo(seo(page.seo())).withSections(sections(page.sections()));
    }

    private List<Section> sections(List<Section> sections) {
        return sections.stream()
                .map(section -> section.withContent(fields(section.content())).withStyle(style(section.style())))
                .toList();
    }

    private Fields fields(Fields fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> values.put(name, value(value)));
        return new Fields(values);
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Text text -> text;
            case Value.Decimal number -> number;
            case Value.Flag flag -> flag;
            case Value.Image image -> new Value.Image(media.apply(image.media()), image.alt(), image.focal());
            case Value.Link link -> new Value.Link(link(link.target()));
            case Value.FormRef(FormId form) -> new Value.FormRef(form(form));
            case Value.Items items ->
                new Value.Items(items.items().stream()
                        .map(item -> new Value.Item(item.id(), fields(item.fields())))
                        .toList());
        };
    }

    private LinkTarget link(LinkTarget link) {
        return switch (link) {
            case LinkTarget.ToPage(PageId page, String anchor) -> new LinkTarget.ToPage(target(page), anchor);
            case LinkTarget.ToFile(MediaId file) -> new LinkTarget.ToFile(media.apply(file));
            case LinkTarget.ToAnchor anchor -> anchor;
            case LinkTarget.ToUrl url -> url;
            case LinkTarget.ToMail mail -> mail;
            case LinkTarget.ToPhone phone -> phone;
        };
    }

    /// A link to a page that is not there any more stays one.
    private PageId target(PageId page) {
        return pages.getOrDefault(page, page);
    }
}

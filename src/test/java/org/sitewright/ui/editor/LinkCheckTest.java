package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

class LinkCheckTest {
    private final Site site = new Assets().starter("bakery");
    private final PageId other = site.pages().get(1).id();

    @ParameterizedTest
    @ValueSource(strings = {"bakery", "photographer", "society"})
    void theStartersHaveNoLinkToMend(String starter) {
        Site shipped = new Assets().starter(starter);
        for (Page page : shipped.pages()) {
            assertThat(new LinkCheck(shipped, page).broken()).as(page.name()).isEmpty();
        }
    }

    @Test
    void linksThatLeadSomewhereAreFine() {
        for (LinkTarget target : List.of(
                new LinkTarget.ToPage(other, ""),
                new LinkTarget.ToAnchor("here"),
                new LinkTarget.ToPage(site.home().id(), "here"),
                new LinkTarget.ToUrl("https://a.example"),
                new LinkTarget.ToMail("a@b.example"),
                new LinkTarget.ToPhone("+47 55"),
                new LinkTarget.ToFile(new MediaId("ab".repeat(32))))) {
            assertThat(broken(target, false)).as(target.toString()).isEmpty();
        }
    }

    @Test
    void linksThatLeadNowhereAreFoundInListsToo() {
        for (LinkTarget target : List.of(
                new LinkTarget.ToPage(new PageId(new UUID(4, 4)), ""),
                new LinkTarget.ToPage(other, "nowhere"),
                new LinkTarget.ToAnchor(""),
                new LinkTarget.ToAnchor("nowhere"),
                new LinkTarget.ToUrl(""),
                new LinkTarget.ToUrl("#"),
                new LinkTarget.ToUrl("javascript:alert(1)"),
                new LinkTarget.ToMail(" "),
                new LinkTarget.ToPhone(""))) {
            assertThat(broken(target, false)).as(target.toString()).hasSize(2);
            assertThat(broken(target, true)).as("hidden").isEmpty();
        }
    }

    @Test
    void aPageThatIsNotPartOfTheSiteCannotBeReached() {
        List<Page> pages = site.pages().stream()
                .map(page -> page.id().equals(other)
                        ? new Page(
                                page.id(),
                                page.name(),
                                page.slug(),
                                page.title(),
                                page.description(),
                                page.icon(),
                                page.seo(),
                                false,
                                page.sections())
                        : page)
                .toList();
        Site changed = site.withPages(pages);
        Section section = section(new LinkTarget.ToPage(other, ""), false);
        assertThat(new LinkCheck(changed, changed.home().withSections(List.of(section))).broken())
                .contains(section);
    }

    private List<Section> broken(LinkTarget target, boolean hidden) {
        Section section = section(target, hidden);
        Section here = new Section(new SectionId(new UUID(6, 6)), "text", "", Fields.EMPTY, "here", false);
        Page home = site.home().withSections(List.of(section, here));
        List<Page> pages = site.pages().stream()
                .map(page -> page.id().equals(home.id()) ? home : page)
                .toList();
        Site changed = site.withPages(pages).withShared(List.of(), List.of());
        return new LinkCheck(changed, home).broken();
    }

    private static Section section(LinkTarget target, boolean hidden) {
        Value.Link link = new Value.Link(target);
        Value.Item item = new Value.Item("a", new Fields(Map.of("link", link)));
        Fields fields = new Fields(Map.of("link", link, "items", new Value.Items(List.of(item))));
        return new Section(new SectionId(new UUID(5, 5)), "text", "", fields, "", hidden);
    }
}

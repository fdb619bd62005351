package org.sitewright.library.component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.library.Component;
import org.sitewright.library.ComponentRepository;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

/// The components that an account can use: its own, and the public ones that come with the program. Of those only how
/// often they were taken is stored. Everything is durable when it returns; safe from any thread but the screen's.
public final class ComponentLibrary {
    /// In characters.
    public static final int LONGEST_NAME = 80;

    private final List<Component> shipped;
    private final ComponentRepository stored;
    private final SiteRepository sites;
    private final Ids ids;
    private final Clock clock;

    public ComponentLibrary(
            List<Component> shipped, ComponentRepository stored, SiteRepository sites, Ids ids, Clock clock) {
        this.shipped = List.copyOf(shipped);
        this.stored = stored;
        this.sites = sites;
        this.ids = ids;
        this.clock = clock;
    }

    /// The account's own first, last changed first, then the public ones by category and name.
    public List<Component> list(UserId user) {
        Map<UUID, Component> kept = new LinkedHashMap<>();
        stored.list(user).forEach(each -> kept.put(each.id(), each));
        List<Component> own = new ArrayList<>(
                kept.values().stream().filter(each -> user.equals(each.owner())).toList());
        own.sort(java.util.Comparator.comparing(Component::updatedAt).reversed());
        shipped.stream()
                .sorted(java.util.Comparator.<Component>comparingInt(
                                each -> ComponentCategories.ALL.indexOf(each.category()))
                        .thenComparing(Component::name))
                .forEach(each -> own.add(withCount(each, Optional.ofNullable(kept.get(each.id())))));
        return own;
    }

    public Optional<Component> find(UUID id) {
        Optional<Component> ships =
                shipped.stream().filter(each -> each.id().equals(id)).findFirst();
        return ships.isPresent() ? ships.map(each -> withCount(each, stored.find(id))) : stored.find(id);
    }

    /// Adds a component of one's own.
    public Component add(UserId user, String name, String category, ComponentCode code) {
        Instant now = clock.instant();
        Component made = new Component(
                ids.next(),
                user,
                named(name),
                ComponentCategories.orOther(category),
                code.html(),
                code.css(),
                code.javascript(),
                "",
                false,
                0,
                now,
                now);
        stored.save(checked(made), new Change(user, "Add component " + made.name()));
        return made;
    }

    /// A copy of one's own of any component. That is one download of it.
    public Component duplicate(UserId user, Component from) {
        Component copy = add(user, copyName(from.name()), from.category(), code(from));
        counted(user, from.id());
        return copy;
    }

    /// Writes a component of one's own anew, and renews it in every site of the account that has it.
    ///
    /// @return how many sites were written
    public int save(UserId user, Component changed) {
        if (!user.equals(changed.owner())) {
            throw new Problem(
                    "SW-COMPONENT-OWNER", "This component is not yours to change.", "Duplicate it: the copy is yours.");
        }
        Component now = checked(withTime(changed, clock.instant()));
        stored.save(now, new Change(user, "Change component " + now.name()));
        int written = 0;
        for (SiteListing listing : sites.list(user)) {
            Optional<Site> renewed = sites.find(listing.id()).flatMap(site -> SiteComponents.renewed(site, now));
            if (renewed.isPresent()) {
                sites.save(renewed.get(), new Change(user, "Renew component " + now.name()));
                written++;
            }
        }
        return written;
    }

    /// Counts that somebody took a component into a site or a file.
    public synchronized void counted(UserId user, UUID id) {
        find(id).ifPresent(found -> stored.save(
                new Component(
                        found.id(),
                        found.owner(),
                        found.name(),
                        found.category(),
                        found.html(),
                        found.css(),
                        found.javascript(),
                        found.preview(),
                        found.isPublic(),
                        found.downloads() + 1,
                        found.createdAt(),
                        found.updatedAt()),
                new Change(user, "Take component " + found.name())));
    }

    /// Takes a component of one's own out of the library. Sites that use it keep their copy.
    public void remove(UserId user, UUID id) {
        stored.find(id)
                .filter(found -> user.equals(found.owner()))
                .ifPresent(found -> stored.remove(id, new Change(user, "Delete component " + found.name())));
    }

    /// Brings back what [#remove] took.
    public void restore(UserId user, Component removed) {
        stored.save(removed, new Change(user, "Bring back component " + removed.name()));
    }

    /// The file to give away. That is one download.
    public byte[] export(UserId user, Component component) {
        byte[] file = ComponentFile.write(component);
        counted(user, component.id());
        return file;
    }

    /// @throws Problem when the file is no component
    public Component bring(UserId user, byte[] file) {
        ComponentFile.Content content = ComponentFile.read(file);
        return add(user, content.name(), content.category(), content.code());
    }

    /// How many sites of the account use it.
    public int uses(UserId user, UUID id) {
        int uses = 0;
        for (SiteListing listing : sites.list(user)) {
            if (sites.find(listing.id()).flatMap(site -> site.component(id)).isPresent()) {
                uses++;
            }
        }
        return uses;
    }

    public static ComponentCode code(Component component) {
        return new ComponentCode(component.html(), component.css(), component.javascript());
    }

    private static Component checked(Component component) {
        if (code(component).isTooLong()) {
            throw new Problem(
                    "SW-COMPONENT-SIZE",
                    "This component is too long to be kept.",
                    "Keep each of HTML, CSS and JavaScript below " + ComponentCode.LONGEST + " characters.");
        }
        return component;
    }

    private static String named(String name) {
        String strip = name.strip();
        return strip.isEmpty() ? "Component" : strip.length() > LONGEST_NAME ? strip.substring(0, LONGEST_NAME) : strip;
    }

    private static String copyName(String name) {
        return name.endsWith(" copy") ? name : name + " copy";
    }

    private static Component withTime(Component component, Instant now) {
        return new Component(
                component.id(),
                component.owner(),
                named(component.name()),
                ComponentCategories.orOther(component.category()),
                component.html(),
                component.css(),
                component.javascript(),
                component.preview(),
                component.isPublic(),
                component.downloads(),
                component.createdAt(),
                now);
    }

    private static Component withCount(Component shipped, Optional<Component> kept) {
        return new Component(
                shipped.id(),
                null,
                shipped.name(),
                shipped.category(),
                shipped.html(),
                shipped.css(),
                shipped.javascript(),
                "",
                true,
                kept.map(Component::downloads).orElse(0L),
                shipped.createdAt(),
                shipped.updatedAt());
    }
}

package org.sitewright.ui.fx;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.site.UserId;

/// Remembers where screens wanted to go and what they said.
public final class HeardNavigator implements Navigator {
    private final UserId user;
    private final List<Destination> opened = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Exception> faults = new ArrayList<>();
    private final List<String> browsed = new ArrayList<>();
    private Runnable last = () -> {};

    public HeardNavigator(UserId user) {
        this.user = user;
    }

    public List<Destination> opened() {
        return opened;
    }

    public List<String> told() {
        return told;
    }

    public List<Exception> faults() {
        return faults;
    }

    public List<String> browsed() {
        return browsed;
    }

    /// Does what the last message offered.
    public void act() {
        last.run();
    }

    @Override
    public void open(Destination destination) {
        opened.add(destination);
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public void tell(String message) {
        told.add(message);
    }

    @Override
    public void tell(String message, String action, Runnable run) {
        told.add(message + " [" + action + "]");
        last = run;
    }

    @Override
    public void tell(Exception fault) {
        faults.add(fault);
    }

    @Override
    public void browse(String url) {
        browsed.add(url);
    }
}

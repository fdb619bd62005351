package org.sitewright.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Session;
import org.sitewright.site.UserId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inside of the window: one screen at a time, messages over it, and who is signed in.
public final class ShellView implements Navigator {
    private static final Logger LOG = LoggerFactory.getLogger(ShellView.class);

    private final Controls controls;
    private final Look look;
    private final ScreenFactory factory;
    private final Consumer<String> browser;
    private final BorderPane frame = new BorderPane();
    private final StackPane root;
    private final Toasts toasts;
    private @Nullable LookKeeper keeper;
    private @Nullable Supplier<MenuItem> keychain;
    private Session session = new Session.SignedOut();
    private @Nullable Screen screen;
    private Destination place = new Destination.SignIn();
    private long wanted;

    /// @param browser opens an address in the computer's browser
    public ShellView(
            Controls controls, Look look, PageSnapshots snapshots, ScreenFactory factory, Consumer<String> browser) {
        this.controls = controls;
        this.look = look;
        this.factory = factory;
        this.browser = browser;
        this.toasts = new Toasts(controls);
        frame.getStyleClass().add("shell");
        this.root = new StackPane(snapshots.node(), frame, toasts.node());
    }

    /// What lies over every screen is laid on it.
    public StackPane root() {
        return root;
    }

    public boolean isSignedIn() {
        return session instanceof Session.SignedIn;
    }

    /// The screen that is open, for tests.
    public @Nullable Screen screen() {
        return screen;
    }

    /// The place whose screen is open.
    public Destination place() {
        return place;
    }

    /// From now on the appearance that each person chose is theirs again when they come back.
    public void remember(LookMemory memory, Work work) {
        keeper = new LookKeeper(look.choiceProperty(), memory, work, this::tell);
    }

    /// From now on the account menu has the switch for the keychain.
    public void keychain(KeychainSwitch keychain, Work work) {
        this.keychain = () -> new KeychainItem(keychain, work, controls, this::tell, this::tell).item();
    }

    /// Lets somebody in.
    public void signedIn(Session.SignedIn who) {
        session = who;
        if (keeper != null) {
            keeper.signedIn(who.user());
        }
        open(new Destination.Sites());
    }

    /// Hands on what must be written, as at the end of the program.
    public void close() {
        Screen open = screen;
        screen = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void open(Destination destination) {
        long number = ++wanted;
        Screen open = screen;
        Runnable make = () -> factory.make(destination, made -> {
            // Whoever asked for another place meanwhile gets that one.
            if (number == wanted) {
                show(destination, made);
            } else {
                made.close();
            }
        });
        if (open == null) {
            make.run();
        } else {
            open.whenStored(make);
        }
    }

    @Override
    public UserId user() {
        return switch (session) {
            case Session.SignedIn in -> in.user();
            case Session.Locked locked -> throw new IllegalStateException("the session is locked");
            case Session.SignedOut out -> throw new IllegalStateException("nobody is signed in");
        };
    }

    @Override
    public void tell(String message) {
        toasts.tell(message);
    }

    @Override
    public void tell(String message, String action, Runnable run) {
        toasts.tell(message, action, run);
    }

    @Override
    public void tell(Exception fault) {
        LOG.warn("Told the user", fault);
        toasts.tell(fault);
    }

    @Override
    public void browse(String url) {
        browser.accept(url);
    }

    private void show(Destination destination, Screen made) {
        close();
        screen = made;
        place = destination;
        if (isAtHome(destination) && session instanceof Session.SignedIn in) {
            frame.setLeft(new SideBar(in.name(), destination, controls, look, this, new Leaving()).node());
        } else {
            frame.setLeft(null);
        }
        frame.setCenter(made.root());
    }

    /// Whether the bar of places stands beside it.
    private static boolean isAtHome(Destination destination) {
        return destination instanceof Destination.Sites
                || destination instanceof Destination.Components
                || destination instanceof Destination.Backups
                || destination instanceof Destination.Activity
                || destination instanceof Destination.Bin;
    }

    private final class Leaving implements SideBar.AccountActions {
        @Override
        public void lock() {
            if (session instanceof Session.SignedIn in) {
                session = in.lock();
            }
            open(new Destination.SignIn());
        }

        @Override
        public Optional<MenuItem> keychain() {
            Supplier<MenuItem> item = keychain;
            return item == null ? Optional.empty() : Optional.of(item.get());
        }

        @Override
        public void signOut() {
            session = new Session.SignedOut();
            if (keeper != null) {
                keeper.signedOut();
            }
            open(new Destination.SignIn());
        }
    }
}

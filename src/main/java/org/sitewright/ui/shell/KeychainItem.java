package org.sitewright.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Work;

/// The entry of the account menu that lets the keychain of the computer open the keys. It shows what is, once that is
/// known.
final class KeychainItem {
    private final CheckMenuItem item = new CheckMenuItem("Open my keys with this computer's keychain");
    private final KeychainSwitch keychain;
    private final Work work;
    private final Consumer<String> told;
    private final Consumer<Exception> failed;

    KeychainItem(
            KeychainSwitch keychain, Work work, Controls controls, Consumer<String> told, Consumer<Exception> failed) {
        this.keychain = keychain;
        this.work = work;
        this.told = told;
        this.failed = failed;
        item.setId("keychain");
        item.setGraphic(controls.icons().of("key-round"));
        item.setDisable(true);
        item.setOnAction(event -> turn(item.isSelected()));
        look();
    }

    CheckMenuItem item() {
        return item;
    }

    private void look() {
        work.<Boolean>run((progress, cancel) -> keychain.isOn(), this::show, failed);
    }

    private void show(boolean on) {
        item.setSelected(on);
        item.setDisable(false);
    }

    private void turn(boolean on) {
        item.setDisable(true);
        work.<Boolean>run(
                (progress, cancel) -> {
                    keychain.turn(on);
                    return on;
                },
                done -> {
                    show(done);
                    told.accept(
                            done
                                    ? "This computer's keychain opens your keys now. Commands and planned publishes ask"
                                            + " for no passphrase."
                                    : "The keychain no longer opens your keys.");
                },
                fault -> {
                    failed.accept(fault);
                    look();
                });
    }
}

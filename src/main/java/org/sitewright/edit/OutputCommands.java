package org.sitewright.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sitewright.site.OutputChoices;

/// What a user can decide about what machines read of a site.
public final class OutputCommands {
    /// Changes the choices; does not apply where nothing would change.
    ///
    /// @param label what is done, in words for the history
    public Command set(String label, UnaryOperator<OutputChoices> change) {
        return state -> {
            OutputChoices before = state.site().parts().output();
            OutputChoices after = change.apply(before);
            return after.equals(before)
                    ? Optional.empty()
                    : Optional.of(new Transaction(
                            label,
                            "",
                            List.of(new Edit.SetOutput(after)),
                            state.selection(),
                            Transaction.Source.PANEL));
        };
    }
}

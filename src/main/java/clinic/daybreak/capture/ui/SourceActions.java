package clinic.daybreak.capture.ui;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.capture.FreshAccess;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceKeys;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;

/** What an administrator can change about a way in that has a key. */
class SourceActions extends Div {

    private final SourceDetails source;
    private final SourceKeys keys;

    SourceActions(SourceDetails source, SourceService sources, SourceKeys keys) {
        this.source = source;
        this.keys = keys;
        addClassName("view-actions");
        add(new Button("Change key", click -> changeKey()));
        if (source.kind().secret() != SourceKind.Secret.NONE) {
            add(new Button("Change secret", click -> new SecretDialog(source.kind(), this::changeSecret).open()));
        }
        add(new Button("Revoke", click -> revoke(sources)));
    }

    private void changeKey() {
        new SureDialog(
                        "Change the key of " + source.name(),
                        "The key there is stops working at once: what is sent with it is refused, and most senders do not"
                                + " send again. Enter the new one at the sender right after.",
                        "Change key",
                        () -> show(() -> keys.changeKey(source.id())))
                .open();
    }

    private boolean changeSecret(String secret, String token) {
        return show(() -> keys.changeSecret(source.id(), secret, token));
    }

    private boolean show(Supplier<FreshAccess> change) {
        try {
            var fresh = change.get();
            if (fresh.key().isEmpty() && fresh.secret().isEmpty()) {
                Notifications.done("The secret is changed.");
            } else {
                new FreshAccessDialog(fresh, () -> {}).open();
            }
            return true;
        } catch (RefusedException e) {
            Notifications.refused(e.sentence());
            return false;
        }
    }

    private void revoke(SourceService sources) {
        var typeform = source.kind() == SourceKind.TYPEFORM
                ? " Take the webhook out at Typeform first: it switches it off for good when it is refused."
                : "";
        new SureDialog(
                        "Revoke " + source.name(),
                        "Nobody gets in by it any more, and it cannot be opened again. What came by it stays."
                                + typeform,
                        "Revoke",
                        () -> {
                            if (Attempts.attempt(() -> sources.revoke(source.id()), source.name() + " is revoked.")) {
                                UI.getCurrent().navigate(SourceNavigation.LIST.substring(1));
                            }
                        })
                .open();
    }
}

package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.Presence;
import clinic.daybreak.lead.PresenceService;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who else has this lead open, as long as they have; and lets them know of the one who looks at it here. */
class PresenceNote extends Div {

    private final PresenceService presence;
    private final LiveUpdates live;
    private @Nullable LeadId lead;
    private @Nullable Presence mine;
    private List<String> shown = List.of();

    PresenceNote(PresenceService presence, LiveUpdates live) {
        this.presence = presence;
        this.live = live;
        addClassName("presence");
        getElement().setAttribute("role", "status");
        live.watch(this, this::refresh);
    }

    void show(LeadId wanted) {
        lead = wanted;
        if (isAttached()) {
            enter();
        }
        refresh();
    }

    private void enter() {
        if (lead != null && (mine == null || !mine.lead().equals(lead))) {
            leave();
            mine = presence.enter(lead);
            live.announce();
        }
    }

    private void leave() {
        if (mine != null) {
            mine.leave();
            mine = null;
            live.announce();
        }
    }

    private void refresh() {
        if (lead == null) {
            return;
        }
        var others = presence.listOthers(lead);
        if (!others.equals(shown)) {
            shown = others;
            removeAll();
            if (!others.isEmpty()) {
                add(Icons.of("person"), new Span("Also open: " + String.join(", ", others)));
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        enter();
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }
}

package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.PaletteEntry;
import clinic.daybreak.base.ui.PaletteSource;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads by the name, e-mail address or telephone of the people they are about. */
@Component
@Order(10)
class LeadPalette implements PaletteSource {

    private static final int SHORTEST = 2;
    private static final String GROUP = "Leads";

    private final LeadService leads;
    private final LocationService locations;

    LeadPalette(LeadService leads, LocationService locations) {
        this.leads = leads;
        this.locations = locations;
    }

    @Override
    public List<PaletteEntry> find(String words) {
        if (words.length() < SHORTEST) {
            return List.of();
        }
        var found = leads.list(LeadFilter.ALL.withText(words), LeadOrder.NEWEST, null, 0, MOST);
        var entries = new ArrayList<>(found.stream().map(this::entry).toList());
        if (found.size() == MOST) {
            entries.set(
                    MOST - 1,
                    new PaletteEntry(
                            GROUP,
                            "search",
                            "All that fit in the list",
                            "",
                            "leads?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
        }
        return entries;
    }

    private PaletteEntry entry(LeadSummary lead) {
        return new PaletteEntry(
                GROUP,
                "person",
                lead.name(),
                lead.stage().label() + " · " + locations.get(lead.location()).name(),
                "leads/" + lead.id());
    }
}

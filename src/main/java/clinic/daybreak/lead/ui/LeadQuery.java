package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffId;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the wanted leads from an address and writes them into one; what cannot be read does not restrict. */
final class LeadQuery {

    private LeadQuery() {}

    static LeadFilter read(QueryParameters parameters, LocationService locations) {
        var filter = LeadFilter.ALL
                .withText(parameters.getSingleParameter("q").orElse(""))
                .withStages(stages(parameters.getParameters("stage")))
                .withCrisisHold(parameters
                        .getSingleParameter("hold")
                        .filter("CRISIS"::equals)
                        .isPresent());
        var location = parameters
                .getSingleParameter("location")
                .flatMap(locations::findByCode)
                .map(LocationDetails::id);
        var owner = parameters.getSingleParameter("owner").flatMap(LeadQuery::staff);
        return filter.withLocation(location.orElse(null)).withOwner(owner.orElse(null));
    }

    private static Set<Stage> stages(List<String> names) {
        return Arrays.stream(Stage.values())
                .filter(stage -> names.contains(stage.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<StaffId> staff(String text) {
        try {
            return Optional.of(new StaffId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static QueryParameters write(LeadFilter filter, LocationService locations) {
        var values = new LinkedHashMap<String, List<String>>();
        if (!filter.q().isBlank()) {
            values.put("q", List.of(filter.q().strip()));
        }
        if (!filter.stages().isEmpty()) {
            values.put(
                    "stage", filter.stages().stream().sorted().map(Stage::name).toList());
        }
        if (filter.location() != null) {
            values.put("location", List.of(locations.get(filter.location()).code()));
        }
        if (filter.owner() != null) {
            values.put("owner", List.of(filter.owner().toString()));
        }
        if (filter.onCrisisHold()) {
            values.put("hold", List.of("CRISIS"));
        }
        return new QueryParameters(Map.copyOf(values));
    }
}

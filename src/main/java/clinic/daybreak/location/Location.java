package clinic.daybreak.location;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One clinic of the group. */
@Entity
class Location {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private LocationId id;

    private String code;
    private String name;
    private String zone;

    @Column(columnDefinition = "char(2)")
    private String region;

    private String phone;
    private String address;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "location_hours", joinColumns = @JoinColumn(name = "location_id"))
    @MapKeyColumn(name = "weekday")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<DayOfWeek, StoredHours> hours = new EnumMap<>(DayOfWeek.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "location_closure", joinColumns = @JoinColumn(name = "location_id"))
    @Column(name = "closed_on")
    private Set<LocalDate> closures = new HashSet<>();

    @Version
    private @Nullable Long version;

    @Embeddable
    record StoredHours(LocalTime opens, LocalTime closes) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Location() {}

    Location(NewLocation form) {
        this.id = LocationId.next();
        this.code = form.code();
        this.name = form.name();
        this.zone = form.hours().zone().getId();
        this.region = form.region();
        this.phone = form.phone();
        this.address = form.address();
        form.hours().week().forEach((day, open) -> hours.put(day, new StoredHours(open.opens(), open.closes())));
        closures.addAll(form.hours().closures());
    }

    LocationDetails details() {
        var week = new EnumMap<DayOfWeek, OpeningHours.Hours>(DayOfWeek.class);
        hours.forEach((day, open) -> week.put(day, new OpeningHours.Hours(open.opens, open.closes)));
        return new LocationDetails(
                id, code, name, region, phone, address, new OpeningHours(ZoneId.of(zone), week, Set.copyOf(closures)));
    }
}

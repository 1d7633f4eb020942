package clinic.daybreak.location;

/** What is needed to open a clinic in Daybreak; see {@link LocationDetails}. */
public record NewLocation(String code, String name, String region, String phone, String address, OpeningHours hours) {}

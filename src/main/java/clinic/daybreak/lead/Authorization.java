package clinic.daybreak.lead;

import clinic.daybreak.staff.StaffId;
import java.time.Instant;

/**
 * A patient allowed that whoever wrote for them is told about them (45 CFR 164.508, 164.510(b)).
 *
 * @param words how it was given
 */
public record Authorization(String words, Instant at, StaffId by) {}

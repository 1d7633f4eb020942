package clinic.daybreak.lead;

import clinic.daybreak.staff.StaffRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a lead was closed; the reason fixes the closed stage and who may give it (DOMAIN 1, closing codes). */
public enum ClosingReason {
    COST(Stage.LOST, "Cost"),
    INSURANCE_NOT_ACCEPTED(Stage.LOST, "Insurance not accepted"),
    DISTANCE(Stage.LOST, "Too far away"),
    NOT_READY(Stage.LOST, "Not ready yet"),
    WENT_ELSEWHERE(Stage.LOST, "Went elsewhere"),
    NO_RESPONSE(Stage.LOST, "No response"),
    DECLINED_RECORDS(Stage.LOST, "Declined to share records"),
    CHOSE_OTHER_TREATMENT(Stage.LOST, "Chose another treatment"),
    NOT_MEDICAL_CANDIDATE(Stage.DISQUALIFIED, "Not a medical candidate", StaffRole.CLINICIAN),
    AGE_INELIGIBLE(Stage.DISQUALIFIED, "Age not eligible"),
    OUT_OF_SERVICE_AREA(Stage.DISQUALIFIED, "Outside the service area"),
    NO_REFERRAL_OBTAINABLE(Stage.DISQUALIFIED, "No referral obtainable"),
    REFERRED_EMERGENCY_CARE(Stage.DISQUALIFIED, "Referred to emergency care", StaffRole.CLINICIAN, StaffRole.MANAGER),
    SPAM(Stage.INVALID, "Spam"),
    TEST(Stage.INVALID, "Test"),
    WRONG_NUMBER(Stage.INVALID, "Wrong number"),
    VENDOR_SOLICITATION(Stage.INVALID, "Vendor solicitation"),
    JOB_SEEKER(Stage.INVALID, "Job seeker"),
    REQUESTED_DELETION(Stage.INVALID, "Asked for deletion", StaffRole.MANAGER),
    DECEASED(Stage.INVALID, "Deceased", StaffRole.MANAGER);

    private final Stage stage;
    private final String label;
    private final Set<StaffRole> roles;

    ClosingReason(Stage stage, String label, StaffRole... roles) {
        this.stage = stage;
        this.label = label;
        this.roles = roles.length == 0
                ? EnumSet.of(StaffRole.COORDINATOR, StaffRole.CLINICIAN, StaffRole.MANAGER, StaffRole.ADMIN)
                : EnumSet.copyOf(Arrays.asList(roles));
    }

    public Stage stage() {
        return stage;
    }

    public String label() {
        return label;
    }

    /** Clinical reasons belong to clinicians alone: no administrator gives them either. */
    public boolean isFor(StaffRole role) {
        return roles.contains(role);
    }

    public static List<ClosingReason> listFor(StaffRole role) {
        return Arrays.stream(values()).filter(reason -> reason.isFor(role)).toList();
    }
}

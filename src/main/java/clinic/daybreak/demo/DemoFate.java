package clinic.daybreak.demo;

import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.Stage;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a lead in the end, if there is time enough until now.
 *
 * @param reaches the last stage before it is closed, or for good
 * @param closes why it is closed there; empty when it is not
 */
record DemoFate(Stage reaches, @Nullable ClosingReason closes) {

    private record Share(int perMille, DemoFate fate) {}

    /** Most clinics are self-pay, so cost is the largest single reason (DOMAIN 1). */
    private static final List<Share> SHARES = List.of(
            share(12, Stage.NEW, ClosingReason.SPAM),
            share(22, Stage.NEW, ClosingReason.VENDOR_SOLICITATION),
            share(10, Stage.NEW, ClosingReason.JOB_SEEKER),
            share(5, Stage.NEW, ClosingReason.TEST),
            share(10, Stage.CONTACTING, ClosingReason.WRONG_NUMBER),
            share(185, Stage.CONTACTING, ClosingReason.NO_RESPONSE),
            share(110, Stage.CONTACTED, ClosingReason.COST),
            share(50, Stage.CONTACTED, ClosingReason.INSURANCE_NOT_ACCEPTED),
            share(30, Stage.CONTACTED, ClosingReason.DISTANCE),
            share(45, Stage.CONTACTED, ClosingReason.NOT_READY),
            share(20, Stage.CONTACTED, ClosingReason.WENT_ELSEWHERE),
            share(20, Stage.CONTACTED, ClosingReason.CHOSE_OTHER_TREATMENT),
            share(15, Stage.CONTACTED, ClosingReason.AGE_INELIGIBLE),
            share(10, Stage.CONTACTED, ClosingReason.OUT_OF_SERVICE_AREA),
            share(6, Stage.CONTACTED, ClosingReason.REQUESTED_DELETION),
            share(60, Stage.QUALIFIED, ClosingReason.COST),
            share(15, Stage.QUALIFIED, ClosingReason.NOT_READY),
            share(10, Stage.QUALIFIED, ClosingReason.CHOSE_OTHER_TREATMENT),
            share(25, Stage.RECORDS, ClosingReason.DECLINED_RECORDS),
            share(20, Stage.RECORDS, ClosingReason.NO_REFERRAL_OBTAINABLE),
            share(35, Stage.CLINICAL_REVIEW, ClosingReason.NOT_MEDICAL_CANDIDATE),
            share(15, Stage.CLEARED, ClosingReason.COST),
            share(10, Stage.CLEARED, ClosingReason.WENT_ELSEWHERE),
            share(8, Stage.BOOKED, ClosingReason.NOT_READY),
            share(252, Stage.INFUSED, null));

    private static Share share(int perMille, Stage reaches, @Nullable ClosingReason closes) {
        return new Share(perMille, new DemoFate(reaches, closes));
    }

    static DemoFate draw(Random random) {
        int left = random.nextInt(SHARES.stream().mapToInt(Share::perMille).sum());
        for (var share : SHARES) {
            left -= share.perMille;
            if (left < 0) {
                return share.fate;
            }
        }
        return SHARES.getLast().fate;
    }

    static DemoFate waitingIn(Stage stage) {
        return new DemoFate(stage, null);
    }

    /** Whether it was no enquiry at all. */
    boolean isInvalidText() {
        return reaches == Stage.NEW && closes != null;
    }

    boolean needsPhone() {
        return closes == ClosingReason.WRONG_NUMBER;
    }
}

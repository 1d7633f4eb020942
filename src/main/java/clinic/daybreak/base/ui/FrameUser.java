package clinic.daybreak.base.ui;

/** Tells the frame who is signed in; implemented by the feature that knows. */
public interface FrameUser {

    String fullName();

    /** The role in words, for example "Intake coordinator". */
    String role();

    void signOut();
}

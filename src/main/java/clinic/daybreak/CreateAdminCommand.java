package clinic.daybreak;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.staff.NewStaff;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Opens the first administrator's account: a new installation has none, and no default password exists. */
@Command(
        name = "create-admin",
        mixinStandardHelpOptions = true,
        description = "Opens an administrator's account and prints its password once. Stop Daybreak first: one"
                + " process at a time holds the data folder.")
class CreateAdminCommand implements Callable<Integer> {

    private static final int PASSWORD_BYTES = 18;

    @Option(names = "--username", required = true, description = "the name to sign in with")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String username;

    @Option(names = "--name", required = true, description = "first and last name")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(names = "--email", required = true, description = "where alerts to this person go")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String email;

    @Override
    public Integer call() {
        if (!EmailAddress.isValid(email)) {
            System.err.println("--email: \"" + email + "\" is not an e-mail address.");
            return ExitCode.USAGE;
        }
        var password = newPassword();
        try (var context = DaybreakApplication.startForCommand()) {
            var form = new NewStaff(username, name, new EmailAddress(email), StaffRole.ADMIN, Set.of(), password);
            context.getBean(SystemWork.class)
                    .run(() -> context.getBean(StaffService.class).open(form));
        } catch (RefusedException e) {
            System.err.println(e.sentence());
            return ExitCode.SOFTWARE;
        }
        System.out.println("Account " + username + " is open. Its password, shown this once: " + password);
        return ExitCode.OK;
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

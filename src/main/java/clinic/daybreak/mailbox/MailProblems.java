package clinic.daybreak.mailbox;

import clinic.daybreak.capture.NotStoredException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a mailbox, in words for administrators; never the words of a mail server, which may name people. */
final class MailProblems {

    private static final int DEEPEST = 10;

    private MailProblems() {}

    static String words(Exception problem, MailboxSettings settings) {
        var server = settings.host() + ":" + settings.port();
        if (has(problem, AuthenticationFailedException.class)) {
            return "Cannot sign in: " + settings.host() + " does not accept this user name and password.";
        }
        if (has(problem, FolderNotFoundException.class)) {
            return "There is no folder \"" + settings.folder() + "\" in this mailbox.";
        }
        if (has(problem, UnknownHostException.class)) {
            return "There is no server called " + settings.host() + ". Check the name.";
        }
        if (has(problem, CertificateException.class)) {
            return "The certificate of " + settings.host() + " is not valid for it, so nothing was sent there.";
        }
        if (has(problem, SSLException.class)) {
            return "No encrypted connection to " + server + ". Check port and encryption.";
        }
        if (has(problem, SocketTimeoutException.class)) {
            return server + " does not answer in time. It is tried again every minute.";
        }
        if (has(problem, ConnectException.class)) {
            return "Cannot reach " + server + ". Check host and port.";
        }
        if (has(problem, NotStoredException.class)) {
            return "A mail could not be stored. It stays in the mailbox and is read again in a minute.";
        }
        if (String.valueOf(problem.getMessage()).contains("STARTTLS")) {
            return settings.host()
                    + " does not offer STARTTLS on this port. Choose TLS from the start, usually port 993.";
        }
        return "Reading stopped half way. It goes on in a minute; if it stays like this, the reason is in the log.";
    }

    private static boolean has(Exception problem, Class<? extends Exception> kind) {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = below(cause);
        }
        return false;
    }

    private static @Nullable Throwable below(Throwable problem) {
        return problem instanceof SocketConnectException refused && refused.getException() != null
                ? refused.getException()
                : problem.getCause();
    }
}

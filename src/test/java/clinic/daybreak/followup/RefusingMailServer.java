package clinic.daybreak.followup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks enough SMTP to refuse every recipient with one answer; counts the attempts. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;
    private final AtomicInteger attempts = new AtomicInteger();

    private RefusingMailServer(ServerSocket socket, String answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /** @param answer for example "550 5.1.1 No such user" */
    static RefusingMailServer answering(String answer) throws IOException {
        var server = new RefusingMailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    int attempts() {
        return attempts.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client left, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 test");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                attempts.incrementAndGet();
                say(client, answer);
            } else {
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

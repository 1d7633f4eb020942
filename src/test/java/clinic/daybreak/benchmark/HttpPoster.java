package clinic.daybreak.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** Posts one JSON after the other over one kept connection; as little work as possible, for it shares the machine. */
final class HttpPoster implements Clients.Client {

    private final int port;
    private final String head;
    private final Supplier<String> bodies;
    private Socket socket;
    private OutputStream out;
    private InputStream in;

    HttpPoster(int port, String path, String key, Supplier<String> bodies) throws IOException {
        this.port = port;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
        this.bodies = bodies;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    @Override
    public void act() throws IOException {
        var body = bodies.get().getBytes(StandardCharsets.UTF_8);
        var request = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var all = new byte[request.length + body.length];
        System.arraycopy(request, 0, all, 0, request.length);
        System.arraycopy(body, 0, all, request.length, body.length);
        out.write(all);
        out.flush();
        var status = line();
        if (!status.startsWith("HTTP/1.1 202")) {
            throw new IOException("Answered " + status);
        }
        skipBody();
    }

    private void skipBody() throws IOException {
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= name.startsWith("connection: close");
            chunked |= name.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                in.skipNBytes(size + 2L);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            socket.close();
            connect();
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package clinic.daybreak.watch;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where this node reaches itself. */
@Component
@EnableConfigurationProperties(WatchProperties.class)
class OwnAddress {

    private final WatchProperties properties;
    private final ServerProperties server;
    private volatile int port;

    OwnAddress(WatchProperties properties, ServerProperties server) {
        this.properties = properties;
        this.server = server;
    }

    /** Not the management port, which has a context of its own. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    /** Empty as long as no pages are served. */
    Optional<URI> find() {
        if (port <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                properties.ownUrl() != null
                        ? properties.ownUrl()
                        : URI.create("http://" + host(server.getAddress()) + ":" + port));
    }

    private static String host(@Nullable InetAddress bound) {
        var address = bound == null || bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}

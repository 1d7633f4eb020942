package clinic.daybreak.webhook;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Meta lead ads.
 *
 * @param graphUrl where the answers of a lead are asked for, with the version and without a slash at its end
 */
@ConfigurationProperties("daybreak.meta")
record MetaProperties(
        @DefaultValue("https://graph.facebook.com/v23.0") URI graphUrl) {}

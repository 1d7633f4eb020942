package clinic.daybreak.installation;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the installation as a whole; each is listed in the README. Checked one by one by {@link StartupChecks}, so
 * that the operator reads a sentence of ours.
 *
 * @param dataDir folder for the embedded database, captured mail and the generated key
 * @param publicUrl the address under which people outside reach the public pages, without a trailing slash
 * @param demo whether to fill an empty database with demo data; empty: only when Maven runs the embedded database
 * @param encryptionKey 32 bytes in Base64 for stored documents and message bodies; empty: kept in the data folder
 */
@ConfigurationProperties("daybreak")
public record InstallationProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @Nullable Boolean demo,
        @Nullable String encryptionKey) {}

package clinic.daybreak.watch.ui;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.Notifications;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Where a sender's list is chosen; it is compared at once. */
class ListUpload extends Upload {

    private static final int MAX_BYTES = 20 * 1024 * 1024;

    private final Consumer<byte[]> compare;
    private final Runnable done;

    /** @param done called once it was compared */
    ListUpload(Consumer<byte[]> compare, Runnable done) {
        this.compare = compare;
        this.done = done;
        setUploadHandler(new Handler());
        setUploadButton(new Button("Compare a list"));
        setMaxFiles(1);
        setMaxFileSize(MAX_BYTES);
        addFileRejectedListener(
                rejected -> Notifications.refused("The list is larger than 20 MB. Export a shorter span of time."));
    }

    /** Called outside of the session's lock, as the one who is signed in. */
    private final class Handler implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var ui = event.getUI();
            try (var input = event.getInputStream()) {
                compare.accept(input.readNBytes(MAX_BYTES + 1));
                ui.access(() -> show("Compared. What was missing waits in the inbox."));
            } catch (RefusedException e) {
                ui.access(() -> {
                    clearFileList();
                    Notifications.refused(e.sentence());
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return MAX_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return MAX_BYTES + 64L * 1024;
        }
    }

    private void show(String said) {
        done.run();
        clearFileList();
        Notifications.done(said);
    }
}

package clinic.daybreak.base.ui;

import clinic.daybreak.base.RecordMissingException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The address leads nowhere. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found · Daybreak")
@AnonymousAllowed
class PageMissingView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show("There is no such page", "The address may be mistyped or out of date. Use the screens on the left.");
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** The record behind the address is gone or not for this member of staff. */
    @ParentLayout(MainLayout.class)
    @PageTitle("Not found · Daybreak")
    @AnonymousAllowed
    static class RecordMissingView extends ErrorPage implements HasErrorParameter<RecordMissingException> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RecordMissingException> parameter) {
            show(
                    "This is not here for you",
                    "It may have been removed, or it belongs to a location that you do not work for."
                            + " Ask a manager if you need it.");
            return HttpServletResponse.SC_NOT_FOUND;
        }
    }
}

package clinic.daybreak.imports.ui;

import clinic.daybreak.imports.ColumnUse;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The first rows of a file by our names, as they would be read. */
class PreviewTable extends Div {

    PreviewTable() {
        addClassName("preview");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Preview of the first rows");
    }

    void show(List<Map<String, String>> rows) {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.keySet()));
        var head = new NativeTableRow();
        names.forEach(name -> head.add(new NativeTableHeaderCell(ColumnUse.TARGETS.getOrDefault(name, name))));
        var body = new NativeTableBody();
        for (var row : rows) {
            var line = new NativeTableRow();
            names.forEach(name -> {
                var cell = new NativeTableCell(row.getOrDefault(name, ""));
                cell.getElement().setAttribute("title", row.getOrDefault(name, ""));
                line.add(cell);
            });
            body.add(line);
        }
        removeAll();
        add(new NativeTable(new NativeTableHeader(head), body));
    }
}

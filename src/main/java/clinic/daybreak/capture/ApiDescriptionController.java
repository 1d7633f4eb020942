package clinic.daybreak.capture;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published description of the API (OpenAPI 3.1), for whoever connects a website. */
@RestController
class ApiDescriptionController {

    @GetMapping("/api/docs")
    ResponseEntity<Resource> show() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("api/openapi.json"));
    }
}

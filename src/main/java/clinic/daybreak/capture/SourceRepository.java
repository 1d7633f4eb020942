package clinic.daybreak.capture;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SourceRepository extends Repository<Source, SourceId> {

    Optional<Source> findById(SourceId id);

    List<Source> findByActiveTrue();

    List<Source> findAllByOrderByName();

    Source saveAndFlush(Source source);
}

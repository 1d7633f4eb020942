package clinic.daybreak.capture;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SourceRepository extends Repository<Source, SourceId> {

    Optional<Source> findById(SourceId id);

    Optional<Source> findByCodeAndActiveTrue(String code);

    Optional<Source> findByKeyHashAndActiveTrue(byte[] keyHash);

    Source save(Source source);
}

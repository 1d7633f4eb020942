package clinic.daybreak.location;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LocationRepository extends Repository<Location, LocationId> {

    List<Location> findAllByOrderByName();

    Location save(Location location);
}

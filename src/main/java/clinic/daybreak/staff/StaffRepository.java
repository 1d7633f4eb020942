package clinic.daybreak.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StaffRepository extends Repository<StaffAccount, StaffId> {

    Optional<StaffAccount> findById(StaffId id);

    Optional<StaffAccount> findByUsername(String username);

    List<StaffAccount> findByActiveTrueOrderByFullName();

    /** Flushed at once, so that a name that is taken is refused here and not at the end of the transaction. */
    StaffAccount saveAndFlush(StaffAccount account);
}

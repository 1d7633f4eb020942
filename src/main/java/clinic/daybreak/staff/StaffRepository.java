package clinic.daybreak.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffRepository extends Repository<StaffAccount, StaffId> {

    Optional<StaffAccount> findById(StaffId id);

    Optional<StaffAccount> findByUsername(String username);

    List<StaffAccount> findByActiveTrueOrderByFullName();

    /** Flushed at once, so that a name that is taken is refused here and not at the end of the transaction. */
    StaffAccount saveAndFlush(StaffAccount account);

    /** Locks the row, so that two leads that arrive together go to two coordinators: the second waits for the first. */
    @Query(value = """
                    SELECT a.* FROM staff_account a
                    JOIN staff_location l ON l.staff_id = a.id
                    WHERE l.location_id = :location AND a.active AND a.role = 'COORDINATOR'
                    ORDER BY a.last_assigned_at, a.id LIMIT 1 FOR UPDATE
                    """, nativeQuery = true)
    Optional<StaffAccount> lockLongestWithoutLead(UUID location);
}

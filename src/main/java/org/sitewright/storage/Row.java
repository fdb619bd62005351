package org.sitewright.storage;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.util.UUID;

/// One row of a table. Hibernate fills the fields; only repositories touch them.
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class Row {
    @Id
    UUID id;

    String table() {
        return getClass().getAnnotation(Table.class).name();
    }
}

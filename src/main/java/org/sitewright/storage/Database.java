package org.sitewright.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/// The open H2 file with its pool, migrated, and checked against the rows that Hibernate maps.
final class Database implements AutoCloseable {
    private static final List<Class<? extends Row>> ROWS = List.of(
            UserRow.class,
            ProjectRow.class,
            PageRow.class,
            MediaRow.class,
            MomentNameRow.class,
            ComponentRow.class,
            DeploymentRow.class,
            DeploymentReceiptRow.class,
            TargetRow.class,
            ScheduledPublishRow.class,
            FormRow.class,
            FormSubmissionRow.class,
            AnalyticsRow.class,
            PaymentRow.class,
            ApiKeyRow.class,
            AuditLogRow.class,
            BackupRow.class);

    /// The version of the newest file under `db/migration`.
    static final String NEWEST_MIGRATION = "007";

    private static final long MOST_REOPENING_NANOS = 5_000_000_000L;
    private static final long BETWEEN_REOPENING_NANOS = 10_000_000;
    private static final int MIGRATIONS = Integer.parseInt(NEWEST_MIGRATION);

    private final HikariDataSource pool;
    private final DataSource source;
    private final @Nullable SessionFactory sessions;

    private Database(HikariDataSource pool, DataSource source, @Nullable SessionFactory sessions) {
        this.pool = pool;
        this.source = source;
        this.sessions = sessions;
    }

    /// How H2 gets at its file.
    ///
    /// @param files the scheme of H2's file system
    /// @param around put around the pool's connections
    record Access(String files, UnaryOperator<DataSource> around) {
        static final Access PLAIN = new Access("file", UnaryOperator.identity());
    }

    /// @param file the database's path without `.mv.db`
    /// @param access [Access#PLAIN] but in tests
    /// @throws RuntimeException when the file is damaged, not ours, or cannot be read
    static Database open(Path file, Access access) {
        return open(file, access, Database::sessions);
    }

    /// Only to be filled with rows by SQL: Hibernate, which needs longer to start than a small site to be filled in, is
    /// left out. Whoever uses the file opens it anew.
    static Database openToFill(Path file, Access access) {
        return open(file, access, source -> null);
    }

    private static Database open(Path file, Access access, Function<DataSource, @Nullable SessionFactory> sessions) {
        HikariDataSource pool = new HikariDataSource(poolOf(file, access.files()));
        try {
            requireFinished(pool);
            DataSource source = access.around().apply(pool);
            migrate(source);
            return new Database(pool, source, sessions.apply(source));
        } catch (SQLException fault) {
            pool.close();
            throw new IllegalStateException(fault);
        } catch (RuntimeException fault) {
            pool.close();
            throw fault;
        }
    }

    /// H2 (2.5.252) takes up a transaction that was being committed when the program was killed, and never ends it: its
    /// rows read as they were before, and whoever changes one of them waits forever.
    private static void requireFinished(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    && session.getDatabase().getStore().getTransactionStore().getOpenTransactions().stream()
                            .anyMatch(each -> each.hasChanges() && each.getStatus() == Transaction.STATUS_COMMITTED)) {
                throw StoreFaults.damaged("a commit was not finished");
            }
        }
    }

    /// Flyway looks through the class path at every start, which takes most of a second on a slow machine: it is asked
    /// only when the newest migration is missing.
    private static void migrate(DataSource source) {
        Version version = version(source);
        if (version.newest().compareTo(NEWEST_MIGRATION) > 0 && version.count() > MIGRATIONS) {
            throw new Newer(version.newest());
        }
        if (!version.newest().equals(NEWEST_MIGRATION)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }

    /// @param newest the newest migration that the file has; empty when it has none
    private record Version(String newest, int count) {}

    /// A number without the migrations before it comes from damage, not from a newer program.
    private static Version version(DataSource source) {
        String query = "select max(\"version\"), count(*) from \"flyway_schema_history\" where \"success\"";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? new Version(Objects.requireNonNullElse(result.getString(1), ""), result.getInt(2))
                    : new Version("", 0);
        } catch (SQLException noHistoryYet) {
            return new Version("", 0);
        }
    }

    /// A newer program wrote the file.
    static final class Newer extends RuntimeException {
        Newer(String version) {
            super("the tables are of version " + version + ", newer than " + NEWEST_MIGRATION);
        }
    }

    /// H2 keeps the statements of a unit of work parsed, which are more than its usual eight, and no file of its own
    /// about faults: that would hold rows, and be written into a folder that is being removed.
    private static HikariConfig poolOf(Path file, String files) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + files + ":" + file.toAbsolutePath()
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0");
        config.setUsername("sa");
        config.setPassword("");
        config.setPoolName("store");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        return config;
    }

    private static SessionFactory sessions(DataSource source) {
        Configuration configuration = new Configuration();
        ROWS.forEach(configuration::addAnnotatedClass);
        configuration.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
        StandardServiceRegistryBuilder services = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", source)
                .applySetting("hibernate.hbm2ddl.auto", "validate")
                .applySetting("hibernate.type.json_format_mapper", new PlainJson())
                .applySetting("hibernate.xml_mapping_enabled", "false")
                .applySetting("hibernate.timezone.default_storage", "NORMALIZE_UTC");
        // Rows have no lazy parts, so that no proxies need be made; making none saves half a second at the start.
        services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
        return configuration.buildSessionFactory(services.build());
    }

    /// The tables that the journal's rows fill.
    static List<String> tables() {
        return ROWS.stream().map(row -> row.getAnnotation(Table.class).name()).toList();
    }

    /// @throws NullPointerException when it was opened only to be filled
    SessionFactory sessions() {
        return Objects.requireNonNull(sessions, "opened only to be filled");
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }

    /// The sequence of the newest change of the journal that is in the tables.
    long lastApplied() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select last_applied_seq from store_state where id = 1")) {
            if (!result.next()) {
                throw new SQLException("store_state is empty");
            }
            return result.getLong(1);
        }
    }

    /// Lets go of every connection, so that H2 closes the file, and opens it again with the next one. Connections close
    /// in the background: until the last one has, a new one gets the database that was given up.
    void reopen() throws SQLException {
        long until = System.nanoTime() + MOST_REOPENING_NANOS;
        while (true) {
            pool.getHikariPoolMXBean().softEvictConnections();
            try {
                long unused = lastApplied();
                requireFinished(pool);
                return;
            } catch (SQLException fault) {
                if (!StoreFaults.isClosed(fault) || System.nanoTime() > until) {
                    throw fault;
                }
                LockSupport.parkNanos(BETWEEN_REOPENING_NANOS);
            }
        }
    }

    /// Has H2 write everything that is committed and force it to the disk.
    void checkpoint() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    @Override
    public void close() {
        try (pool) {
            if (sessions != null) {
                sessions.close();
            }
        }
    }
}

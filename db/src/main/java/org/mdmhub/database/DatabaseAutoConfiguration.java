package org.mdmhub.database;

import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives the application its database: embedded where no address is set, and migrated before anybody uses it. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAutoConfiguration.class);

    @Bean(destroyMethod = "close")
    @Conditional(NoAddress.class)
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
        return EmbeddedDatabase.start(settings.folder(), settings.durable());
    }

    @Bean
    Database database(
            DatabaseSettings settings, org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded) {
        String url = settings.url();
        Database database =
                url == null || url.isBlank() ? embedded.getObject().addresses() : Database.external(settings, url);
        if (database.oneUserForBoth()) {
            log.warn("one database user owns the schema and runs the hub; set MDM_DATABASE_OWNER_USER to part them");
        }
        return database;
    }

    @Bean
    JdbcConnectionDetails poolConnection(Database database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.poolUrl();
            }

            @Override
            public String getUsername() {
                return database.pool().user();
            }

            @Override
            public @Nullable String getPassword() {
                return database.pool().password();
            }
        };
    }

    @Bean
    SpringLiquibase liquibase(Database database) {
        return new ChangeLog(ownerOf(database), database.pool().user());
    }

    private static DataSource ownerOf(Database database) {
        var source = new DriverManagerDataSource(database.url());
        source.setUsername(database.owner().user());
        String password = database.owner().password();
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }
}

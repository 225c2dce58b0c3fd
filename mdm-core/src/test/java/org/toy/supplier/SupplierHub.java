package org.toy.supplier;

import java.util.List;
import org.mdmhub.TestHub;
import org.mdmhub.database.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub with suppliers: three beans, an entity and its tables. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@Import({TestHub.class, SupplierType.class, SupplierRules.class, SupplierMatch.class})
class SupplierHub {

    /** In an installation this would be one more change set. */
    @Bean
    DataSourceScriptDatabaseInitializer supplierTables(EmbeddedDatabase database) {
        var settings = new DatabaseInitializationSettings();
        settings.setSchemaLocations(List.of("classpath:/supplier/supplier.sql"));
        settings.setMode(DatabaseInitializationMode.ALWAYS);
        return new DataSourceScriptDatabaseInitializer(
                new DriverManagerDataSource(database.url(), "mdm_owner", ""), settings);
    }
}

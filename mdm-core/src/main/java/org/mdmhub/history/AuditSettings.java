package org.mdmhub.history;

import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit library names its tables and what it keeps. */
@Configuration(proxyBeanMethods = false)
class AuditSettings {

    @Bean
    HibernatePropertiesCustomizer auditLibrary() {
        return properties -> {
            properties.put("org.hibernate.envers.audit_table_suffix", "_aud");
            properties.put("org.hibernate.envers.revision_field_name", "rev");
            properties.put("org.hibernate.envers.revision_type_field_name", "revtype");
            properties.put("org.hibernate.envers.store_data_at_delete", true);
            // the version is the ETag, also of a record as it once stood
            properties.put("org.hibernate.envers.do_not_audit_optimistic_locking_field", false);
        };
    }
}

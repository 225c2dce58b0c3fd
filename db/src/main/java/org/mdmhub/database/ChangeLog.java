package org.mdmhub.database;

import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;

/** Our change sets, run as the schema's owner. A schema newer than this program is refused, not guessed at. */
public final class ChangeLog extends SpringLiquibase {

    /**
     * @param owner connects as the login that owns the schema
     * @param poolUser login that is made a member of {@code mdm_app}
     */
    public ChangeLog(DataSource owner, String poolUser) {
        setDataSource(owner);
        setChangeLog("classpath:/db/changelog.yaml");
        setResourceLoader(new DefaultResourceLoader());
        setChangeLogParameters(Map.of("poolUser", poolUser));
        setShowSummary(liquibase.UpdateSummaryEnum.OFF);
        setAnalyticsEnabled(false);
    }

    /** @throws DatabaseUnavailable itself, not as the cause of something else, where the schema is refused */
    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        try {
            super.afterPropertiesSet();
        } catch (LiquibaseException e) {
            if (e.getCause() instanceof DatabaseUnavailable refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
        var unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
        if (!unknown.isEmpty()) {
            throw new DatabaseUnavailable(
                    "the database was written by a newer hub (change set "
                            + unknown.iterator().next().getId()
                            + " is unknown here); start that version, or restore a backup made by this one",
                    null);
        }
        super.performUpdate(liquibase);
    }
}

package org.mdmhub.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerator;

/** Draws revision numbers so that readers of the changes know which are still in the making. Made by the library. */
public class RevisionNumbers implements IdentifierGenerator {

    private static final String NEXT = "select next_revision()";

    @Override
    public Object generate(SharedSessionContractImplementor session, Object revision) {
        JdbcCoordinator coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(NEXT);
        try (statement) {
            ResultSet drawn = statement.executeQuery();
            drawn.next();
            return drawn.getLong(1);
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "no revision number was drawn", NEXT);
        }
    }
}

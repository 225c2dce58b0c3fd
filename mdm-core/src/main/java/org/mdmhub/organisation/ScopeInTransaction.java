package org.mdmhub.organisation;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database the scope at the begin of each transaction; it ends with the transaction. */
@Component
class ScopeInTransaction implements TransactionExecutionListener {

    private final JdbcClient jdbc;

    ScopeInTransaction(DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null
                && transaction.isNewTransaction()
                && !Scope.current().isEmpty()) {
            jdbc.sql("select set_config('mdm.scope', ?, true)")
                    .param(Scope.current())
                    .query(String.class)
                    .single();
        }
    }
}

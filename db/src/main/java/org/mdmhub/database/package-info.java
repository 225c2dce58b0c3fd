/** Where the data lives: the embedded PostgreSQL or an external one, and the change sets that shape it. Knows no domain. */
@NullMarked
package org.mdmhub.database;

import org.jspecify.annotations.NullMarked;

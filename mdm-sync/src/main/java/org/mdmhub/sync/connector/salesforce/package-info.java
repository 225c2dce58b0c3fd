/** Salesforce's REST API: OAuth client credentials, upsert by external id, errors as a list beside a true status. */
@NullMarked
package org.mdmhub.sync.connector.salesforce;

import org.jspecify.annotations.NullMarked;

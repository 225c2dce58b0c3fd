/** What every connector shares: one HTTP exchange that tells apart what was sent from what was not, and JSON. */
@NullMarked
package org.mdmhub.sync.connector;

import org.jspecify.annotations.NullMarked;

/** The way out and back. Its sub-packages are modules of their own. */
@ApplicationModule(displayName = "Sync")
@NullMarked
package org.mdmhub.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

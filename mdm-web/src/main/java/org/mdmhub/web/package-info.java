/** The face of the hub: screens, REST, security, the command line, the demo. Nobody depends on it. */
@NullMarked
package org.mdmhub.web;

import org.jspecify.annotations.NullMarked;

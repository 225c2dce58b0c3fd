/** Tests of the hub as it is seen from outside: the whole application on a port of its own. */
@NullMarked
package org.mdmhub.web;

import org.jspecify.annotations.NullMarked;

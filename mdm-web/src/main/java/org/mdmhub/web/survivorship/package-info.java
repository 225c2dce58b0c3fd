/** Which value wins when records are merged: the rules a kind of master, their form, and what they would have chosen. */
@NullMarked
package org.mdmhub.web.survivorship;

import org.jspecify.annotations.NullMarked;

/** Working-day calendars and freezes: what holds, a year of each, the next windows, and the forms that ask for a change. */
@NullMarked
package org.mdmhub.web.calendar;

import org.jspecify.annotations.NullMarked;

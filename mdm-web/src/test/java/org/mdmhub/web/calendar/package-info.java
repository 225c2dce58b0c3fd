/** Calendars and freezes on the screen. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.calendar;

/**
 * Working time: calendars with weekdays, hours and the days on which it is otherwise, which organisation keeps which, what
 * is due when, and in which windows fields are frozen. All of it is laid down by approved requests.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Calendars",
        allowedDependencies = {"record", "organisation", "request", "setting"})
@NullMarked
package org.mdmhub.calendar;

import org.jspecify.annotations.NullMarked;

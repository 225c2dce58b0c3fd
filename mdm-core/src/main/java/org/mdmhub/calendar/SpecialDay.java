package org.mdmhub.calendar;

import java.time.LocalDate;

/**
 * A day on which it is otherwise than its weekday says: off, or worked to make up for one that is off (调休).
 *
 * @param name of the occasion; may be empty
 */
public record SpecialDay(LocalDate date, boolean working, String name) {}

@org.jspecify.annotations.NullMarked
package org.mdmhub.web.calendar;

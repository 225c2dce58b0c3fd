/** Code tables: their entries, loading them from sheets, what the targets call them, and choosing from them in forms. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.reference;

/** Which value wins, on its screens and at the field. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.survivorship;

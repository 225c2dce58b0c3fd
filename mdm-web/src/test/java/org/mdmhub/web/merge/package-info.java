/** Why two things may be the same, on the screens. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.match;

/** Names as they are compared, never as they are stored: taken apart, compared in levels, and the keys by which they are found. */
@org.springframework.modulith.NamedInterface("name")
@NullMarked
package org.mdmhub.matching.name;

import org.jspecify.annotations.NullMarked;

/**
 * What all screens share: the frame with who is logged in, the words for fields and values, the front door, and what is
 * said when something goes wrong.
 */
@NullMarked
package org.mdmhub.web.layout;

import org.jspecify.annotations.NullMarked;

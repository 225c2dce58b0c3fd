/** The demo: its people, its masters, its two sandboxes. */
@NullMarked
package org.mdmhub.web.demo;

import org.jspecify.annotations.NullMarked;

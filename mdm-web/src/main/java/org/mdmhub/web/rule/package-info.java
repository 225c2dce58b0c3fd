/** Rules without code: all of them, one with its course, the form that writes one and tries it before it is asked for. */
@NullMarked
package org.mdmhub.web.rule;

import org.jspecify.annotations.NullMarked;

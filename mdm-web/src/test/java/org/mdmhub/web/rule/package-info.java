/** Rules without code on their screens. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.rule;

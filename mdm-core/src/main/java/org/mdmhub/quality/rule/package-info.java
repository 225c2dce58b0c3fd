/**
 * Rules without code: what somebody defined on a screen a good record keeps. Each is a setting that an approved change
 * request wrote, is compiled once, and speaks at the gate beside the rules of the domains; it can be tried on all
 * present records before it holds.
 */
@NamedInterface("rule")
@NullMarked
package org.mdmhub.quality.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

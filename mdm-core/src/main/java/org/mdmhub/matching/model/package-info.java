/**
 * How likely two things are the same, after Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969): graded
 * levels of agreement a field, weights learned without labels, rare values weighing more than common ones.
 */
@org.springframework.modulith.NamedInterface("model")
@NullMarked
package org.mdmhub.matching.model;

import org.jspecify.annotations.NullMarked;

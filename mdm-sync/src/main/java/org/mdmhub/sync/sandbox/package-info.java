/**
 * Stand-ins for target systems, for the demo and for tests: processes of their own that speak a product's dialect over
 * HTTP, refuse what it refuses, keep what they are sent durably, and can be told to fail. They share no code with the
 * connectors, so that one cannot hide the other's mistake.
 */
@NamedInterface("sandbox")
@NullMarked
package org.mdmhub.sync.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

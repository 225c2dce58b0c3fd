/** Coding schemes, the code ledger and its gaps, as people see them. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.coding;

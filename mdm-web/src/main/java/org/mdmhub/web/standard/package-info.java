/** The way to everything that is laid down for all: coding schemes, rules, categories, code tables, forms. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.standard;

/** What the form of each kind of master shows, where and for whom: laid down on a screen, without code. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.form;

/** XSLT 3.0 between an agency's format and the canonical one, compiled once, shut off from files, network and clock. */
@NullMarked
package lingnan.transformers.mapping;

import org.jspecify.annotations.NullMarked;

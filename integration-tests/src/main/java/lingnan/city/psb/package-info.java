/** The public security bureau: document/literal as ASP.NET's ASMX spoke it, with its quoted SOAPAction, its faults and its null dates. */
@NullMarked
package lingnan.city.psb;

import org.jspecify.annotations.NullMarked;

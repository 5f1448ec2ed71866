<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query to LTAX's DEED_PAID: what is not asked by is empty. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns:q="urn:lingnan:gz:LTAX-DEED-PAID:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>

  <xsl:template match="/q:Query">
    <HtRequest>
      <head><service>DEED_PAID</service></head>
      <body>
        <HTBH><xsl:value-of select="l:text(q:contractNumber)"/></HTBH>
        <GMFZJH><xsl:value-of select="l:citizen-id(q:buyerId)"/></GMFZJH>
        <FWBH><xsl:value-of select="l:text(q:houseNumber)"/></FWBH>
      </body>
    </HtRequest>
  </xsl:template>
</xsl:stylesheet>

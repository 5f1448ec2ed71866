<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query to LTAX's TAX_STATUS: what is not asked by is empty. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns:q="urn:lingnan:gz:LTAX-STATUS:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>

  <xsl:template match="/q:Query">
    <HtRequest>
      <head><service>TAX_STATUS</service></head>
      <body>
        <NSRSBH><xsl:value-of select="l:code(q:taxpayerNumber)"/></NSRSBH>
        <ZZJGDM><xsl:value-of select="l:organisation-code(q:organisationCode)"/></ZZJGDM>
        <ZCH><xsl:value-of select="l:code(q:registrationNumber)"/></ZCH>
      </body>
    </HtRequest>
  </xsl:template>
</xsl:stylesheet>

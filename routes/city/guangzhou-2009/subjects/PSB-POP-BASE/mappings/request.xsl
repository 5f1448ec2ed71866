<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query to PSB's QueryPopulation. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns:q="urn:lingnan:gz:PSB-POP-BASE:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>

  <xsl:template match="/q:Query">
    <QueryPopulation xmlns="http://tempuri.org/">
      <GMSFHM><xsl:value-of select="l:citizen-id(q:citizenId)"/></GMSFHM>
    </QueryPopulation>
  </xsl:template>
</xsl:stylesheet>

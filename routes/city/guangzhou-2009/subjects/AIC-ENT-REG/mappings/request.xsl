<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query to AIC's queryEnterprise(regNo, entName, orgCode): what is not asked by is nil. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns:q="urn:lingnan:gz:AIC-ENT-REG:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>

  <xsl:template match="/q:Query">
    <queryEnterprise>
      <regNo><xsl:sequence select="l:nil-or(l:code(q:registrationNumber))"/></regNo>
      <entName><xsl:sequence select="l:nil-or(l:text(q:name))"/></entName>
      <orgCode><xsl:sequence select="l:nil-or(l:organisation-code(q:organisationCode))"/></orgCode>
    </queryEnterprise>
  </xsl:template>

  <xsl:function name="l:nil-or" as="node()">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="exists($value)"><xsl:value-of select="$value"/></xsl:when>
      <xsl:otherwise><xsl:attribute name="nil" select="'true'"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- AIC's EnterpriseInfo beans to canonical records. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns="urn:lingnan:gz:AIC-ENT-REG:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>
  <xsl:variable name="ns" select="'urn:lingnan:gz:AIC-ENT-REG:1'"/>

  <xsl:template match="/queryEnterpriseReturn">
    <QueryResponse>
      <xsl:apply-templates select="item"/>
    </QueryResponse>
  </xsl:template>

  <xsl:template match="item">
    <record>
      <xsl:sequence select="l:field($ns, 'registrationNumber', l:code(regNo))"/>
      <xsl:sequence select="l:field($ns, 'name', l:text(entName))"/>
      <xsl:sequence select="l:field($ns, 'organisationCode', l:organisation-code(orgCode))"/>
      <xsl:sequence select="l:field($ns, 'legalRepresentative', l:text(legalRep))"/>
      <xsl:sequence select="l:field($ns, 'legalRepresentativeId', l:citizen-id(legalRepId))"/>
      <xsl:sequence select="l:field($ns, 'divisionCode', l:code(divisionCode))"/>
      <xsl:sequence select="l:field($ns, 'divisionName', l:text(divisionName))"/>
      <xsl:sequence select="l:field($ns, 'registeredAddress', l:text(address))"/>
      <xsl:sequence select="l:field($ns, 'enterpriseType', l:text(entType))"/>
      <xsl:sequence select="l:field($ns, 'industry', l:text(industry))"/>
      <xsl:sequence select="l:field($ns, 'establishedOn', l:date(estDate))"/>
      <xsl:sequence select="l:field($ns, 'registrationAuthority', l:text(regAuthority))"/>
      <xsl:sequence select="l:field($ns, 'status', l:text(status))"/>
    </record>
  </xsl:template>
</xsl:stylesheet>

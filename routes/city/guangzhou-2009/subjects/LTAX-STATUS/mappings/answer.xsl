<?xml version="1.0" encoding="UTF-8"?>
<!-- LTAX's TAX_STATUS rows (pinyin initials) to canonical records. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns="urn:lingnan:gz:LTAX-STATUS:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>
  <xsl:variable name="ns" select="'urn:lingnan:gz:LTAX-STATUS:1'"/>

  <xsl:template match="/HtResponse">
    <QueryResponse>
      <xsl:apply-templates select="rows/row"/>
    </QueryResponse>
  </xsl:template>

  <xsl:template match="row">
    <record>
      <xsl:sequence select="l:field($ns, 'taxpayerNumber', l:code(NSRSBH))"/>
      <xsl:sequence select="l:field($ns, 'name', l:text(NSRMC))"/>
      <xsl:sequence select="l:field($ns, 'organisationCode', l:organisation-code(ZZJGDM))"/>
      <xsl:sequence select="l:field($ns, 'registrationNumber', l:code(ZCH))"/>
      <xsl:sequence select="l:field($ns, 'registrationType', l:text(DJLX))"/>
      <xsl:sequence select="l:field($ns, 'taxOffice', l:text(SWJG))"/>
      <xsl:sequence select="l:field($ns, 'legalRepresentative', l:text(FDDBR))"/>
      <xsl:sequence select="l:field($ns, 'premises', l:text(JYDZ))"/>
      <xsl:sequence select="l:field($ns, 'registeredOn', l:date(DJRQ))"/>
      <xsl:sequence select="l:field($ns, 'status', l:text(ZT))"/>
      <xsl:sequence select="l:field($ns, 'taxKinds', l:text(SZ))"/>
    </record>
  </xsl:template>
</xsl:stylesheet>

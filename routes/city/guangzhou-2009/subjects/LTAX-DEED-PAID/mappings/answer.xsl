<?xml version="1.0" encoding="UTF-8"?>
<!-- LTAX's DEED_PAID rows (pinyin initials) to canonical records. A result outside the closed list is left to the schema to refuse. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns="urn:lingnan:gz:LTAX-DEED-PAID:1" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>
  <xsl:variable name="ns" select="'urn:lingnan:gz:LTAX-DEED-PAID:1'"/>

  <xsl:template match="/HtResponse">
    <QueryResponse>
      <xsl:apply-templates select="rows/row"/>
    </QueryResponse>
  </xsl:template>

  <xsl:template match="row">
    <record>
      <xsl:sequence select="l:field($ns, 'contractNumber', l:text(HTBH))"/>
      <xsl:sequence select="l:field($ns, 'buyerId', l:citizen-id(GMFZJH))"/>
      <xsl:sequence select="l:field($ns, 'houseNumber', l:text(FWBH))"/>
      <xsl:sequence select="l:field($ns, 'result', l:code(JG))"/>
      <xsl:sequence select="l:field($ns, 'receiptNumber', l:text(PZH))"/>
      <xsl:sequence select="l:field($ns, 'paidOn', l:date(JKRQ))"/>
    </record>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- PSB's Population rows (pinyin initials, tempuri.org) to canonical records. A missing date comes as 0001-01-01T00:00:00. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
    xmlns="urn:lingnan:gz:PSB-POP-BASE:1" xmlns:p="http://tempuri.org/" exclude-result-prefixes="#all">
  <xsl:import href="lingnan.xsl"/>
  <xsl:variable name="ns" select="'urn:lingnan:gz:PSB-POP-BASE:1'"/>

  <xsl:template match="/p:QueryPopulationResponse">
    <QueryResponse>
      <xsl:apply-templates select="p:QueryPopulationResult/p:Population"/>
    </QueryResponse>
  </xsl:template>

  <xsl:template match="p:Population">
    <record>
      <xsl:sequence select="l:field($ns, 'citizenId', l:citizen-id(p:GMSFHM))"/>
      <xsl:sequence select="l:field($ns, 'name', l:text(p:XM))"/>
      <xsl:sequence select="l:field($ns, 'formerName', l:text(p:CYM))"/>
      <xsl:sequence select="l:field($ns, 'sex', l:listed(p:XB, $l:sex))"/>
      <xsl:sequence select="l:field($ns, 'ethnicity', l:text(p:MZ))"/>
      <xsl:sequence select="l:field($ns, 'birthDate', l:date(p:CSRQ))"/>
      <xsl:sequence select="l:field($ns, 'birthplace', l:text(p:CSXZ))"/>
      <xsl:sequence select="l:field($ns, 'registeredDivision', l:code(p:HJQH))"/>
      <xsl:sequence select="l:field($ns, 'registeredAddress', l:text(p:HJXZ))"/>
      <xsl:sequence select="l:field($ns, 'currentDivision', l:code(p:XZQH))"/>
      <xsl:sequence select="l:field($ns, 'currentAddress', l:text(p:XZXZ))"/>
      <xsl:sequence select="l:field($ns, 'maritalStatus', l:listed(p:HYZK, $l:marital-status))"/>
      <xsl:sequence select="l:field($ns, 'education', l:text(p:WHCD))"/>
      <xsl:sequence select="l:field($ns, 'phone', l:text(p:LXDH))"/>
      <xsl:sequence select="l:field($ns, 'personClass', l:text(p:RYLB))"/>
      <xsl:sequence select="l:field($ns, 'registeringUnit', l:text(p:DJDW))"/>
      <xsl:sequence select="l:field($ns, 'recordStatus', l:text(p:ZXBS))"/>
    </record>
  </xsl:template>
</xsl:stylesheet>

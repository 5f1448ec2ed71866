<?xml version="1.0" encoding="UTF-8"?>
<!-- PSB's Population rows (pinyin initials, tempuri.org) to canonical records. A date that is missing comes as 0001-01-01T00:00:00. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:q="urn:lingnan:gz:PSB-POP-BASE:1" xmlns:l="urn:lingnan:xslt:1" xmlns:p="http://tempuri.org/" exclude-result-prefixes="#all">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/p:QueryPopulationResponse">
    <q:QueryResponse>
      <xsl:apply-templates select="p:QueryPopulationResult/p:Population"/>
    </q:QueryResponse>
  </xsl:template>

  <xsl:template match="p:Population">
    <q:record>
      <xsl:sequence select="l:field('citizenId', l:code(p:GMSFHM))"/>
      <xsl:sequence select="l:field('name', l:text(p:XM))"/>
      <xsl:sequence select="l:field('formerName', l:text(p:CYM))"/>
      <xsl:sequence select="l:field('sex', l:text(p:XB))"/>
      <xsl:sequence select="l:field('ethnicity', l:text(p:MZ))"/>
      <xsl:sequence select="l:field('birthDate', l:date(p:CSRQ))"/>
      <xsl:sequence select="l:field('birthplace', l:text(p:CSXZ))"/>
      <xsl:sequence select="l:field('registeredDivision', l:code(p:HJQH))"/>
      <xsl:sequence select="l:field('registeredAddress', l:text(p:HJXZ))"/>
      <xsl:sequence select="l:field('currentDivision', l:code(p:XZQH))"/>
      <xsl:sequence select="l:field('currentAddress', l:text(p:XZXZ))"/>
      <xsl:sequence select="l:field('maritalStatus', l:text(p:HYZK))"/>
      <xsl:sequence select="l:field('education', l:text(p:WHCD))"/>
      <xsl:sequence select="l:field('phone', l:text(p:LXDH))"/>
      <xsl:sequence select="l:field('personClass', l:text(p:RYLB))"/>
      <xsl:sequence select="l:field('registeringUnit', l:text(p:DJDW))"/>
      <xsl:sequence select="l:field('recordStatus', l:text(p:ZXBS))"/>
    </q:record>
  </xsl:template>


  <xsl:variable name="wide" select="'　' || codepoints-to-string(65281 to 65374)"/>
  <xsl:variable name="narrow" select="' ' || codepoints-to-string(33 to 126)"/>

  <xsl:function name="l:text" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" select="replace(string($value), '^[\s　]+|[\s　]+$', '')"/>
    <xsl:sequence select="if ($text = ('无', 'null', 'NULL', '—', '不详')) then '' else $text"/>
  </xsl:function>

  <xsl:function name="l:code" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="upper-case(replace(translate(l:text($value), $wide, $narrow), '\s', ''))"/>
  </xsl:function>

  <xsl:function name="l:date" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" select="translate(l:text($value), $wide, $narrow)"/>
    <xsl:variable name="parts" select="
        if (matches($text, '^\d{8}$')) then (substring($text, 1, 4), substring($text, 5, 2), substring($text, 7, 2))
        else tokenize(replace($text, 'T.*$|日$', ''), '[-/年月]')"/>
    <xsl:variable name="day" select="
        if (count($parts) = 3 and (every $part in $parts satisfies matches($part, '^\d+$')))
        then format-number(number($parts[1]), '0000') || '-' || format-number(number($parts[2]), '00') || '-' || format-number(number($parts[3]), '00')
        else ''"/>
    <xsl:sequence select="if ($day castable as xs:date and not($day = ('0001-01-01', '1900-01-01', '9999-12-31'))) then $day else ''"/>
  </xsl:function>

  <!-- What the register does not hold is left out. -->
  <xsl:function name="l:field" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:if test="$value ne ''">
      <xsl:element name="q:{$name}"><xsl:value-of select="$value"/></xsl:element>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>

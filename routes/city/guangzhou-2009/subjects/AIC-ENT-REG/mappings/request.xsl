<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query to AIC's queryEnterprise(regNo, entName, orgCode): what is not asked by is nil. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:q="urn:lingnan:gz:AIC-ENT-REG:1" xmlns:l="urn:lingnan:xslt:1" exclude-result-prefixes="#all">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/q:Query">
    <queryEnterprise>
      <xsl:call-template name="parameter">
        <xsl:with-param name="name" select="'regNo'"/>
        <xsl:with-param name="value" select="l:code(q:registrationNumber)"/>
      </xsl:call-template>
      <xsl:call-template name="parameter">
        <xsl:with-param name="name" select="'entName'"/>
        <xsl:with-param name="value" select="l:text(q:name)"/>
      </xsl:call-template>
      <xsl:call-template name="parameter">
        <xsl:with-param name="name" select="'orgCode'"/>
        <xsl:with-param name="value" select="l:code(q:organisationCode)"/>
      </xsl:call-template>
    </queryEnterprise>
  </xsl:template>

  <xsl:template name="parameter">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:element name="{$name}">
      <xsl:if test="$value eq ''"><xsl:attribute name="nil" select="'true'"/></xsl:if>
      <xsl:value-of select="$value"/>
    </xsl:element>
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

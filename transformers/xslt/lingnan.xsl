<?xml version="1.0" encoding="UTF-8"?>
<!--
  The habits of agencies' data, in one place. A mapping imports this file as "lingnan.xsl" and calls the functions with
  the prefix l. Every function takes an element, an attribute, a text or nothing; nothing comes back where an agency
  wrote nothing in its own way, so that the canonical element can be left out.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:l="urn:lingnan:xslt:1"
                exclude-result-prefixes="#all">

  <xsl:variable name="l:full" as="xs:string" static="no">！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　</xsl:variable>
  <xsl:variable name="l:half" as="xs:string">!"#$%&amp;'()*+,-./0123456789:;&lt;=&gt;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ </xsl:variable>

  <!-- What registers write for "no value". 0 is not among them: it is a value of many codes. -->
  <xsl:variable name="l:nulls" as="xs:string*" select="('', '无', 'null', '—', '——', '-', '不详')"/>

  <!-- Full-width forms to ASCII and the ideographic space to a space; ㎡, ①, ½ stay (not NFKC). -->
  <xsl:function name="l:half-width" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="translate(string($value), $l:full, $l:half)"/>
  </xsl:function>

  <!-- A text as it is, without white space around it; nothing for a null in any spelling. -->
  <xsl:function name="l:text" as="xs:string?">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="trimmed" select="replace(string($value), '^[\s\p{Zs}]+|[\s\p{Zs}]+$', '')"/>
    <xsl:sequence select="$trimmed[not(lower-case(.) = $l:nulls)]"/>
  </xsl:function>

  <!-- A code or number: half-width, capitals, no white space. -->
  <xsl:function name="l:code" as="xs:string?">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="l:text($value) ! upper-case(replace(l:half-width(.), '\s', ''))"/>
  </xsl:function>

  <!-- A code by its list (agency's code or label to ours); what the list does not know stays as it is, for the schema to judge. -->
  <xsl:function name="l:listed" as="xs:string?">
    <xsl:param name="value" as="item()?"/>
    <xsl:param name="list" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="l:text($value) ! (let $key := normalize-space(l:half-width(.)) return ($list($key), .)[1])"/>
  </xsl:function>

  <!-- GB/T 2261.1 and GB/T 2261.2: registers hold codes and labels mixed. -->
  <xsl:variable name="l:sex" as="map(xs:string, xs:string)"
                select="map{'男':'1', '男性':'1', 'M':'1', '女':'2', '女性':'2', 'F':'2', '未知':'0', '未说明':'9'}"/>
  <xsl:variable name="l:marital-status" as="map(xs:string, xs:string)"
                select="map{'未婚':'10', '已婚':'20', '初婚':'21', '再婚':'22', '复婚':'23', '丧偶':'30', '离婚':'40', '未说明':'90',
                            '1':'10', '2':'20', '3':'30', '4':'40', '9':'90'}"/>

  <!--
    A day in any spelling: 20091110, 2009-11-10, 2009/11/10, 2009.11.10, 2009年11月10日, 10-11月-09, with or without a
    time, which is cut off and never converted (China had summer time from 1986 to 1991). Nothing for a null, for
    00000000, for the null date 0001-01-01 of .NET, for 9999-12-31 and 长期 (no end), for an unknown month or day and
    for a day that does not exist. 1900-01-01 stays: it may be true.
  -->
  <xsl:function name="l:date" as="xs:date?">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" select="replace(l:half-width(l:text($value)), '\s*[T ]\s*\d{1,2}:\d{2}.*$', '')"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="^(\d{{4}})(\d{{2}})(\d{{2}})$|^(\d{{4}})[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?$|^(\d{{1,2}})-(\d{{1,2}})月-(\d{{2}})$">
        <xsl:matching-substring>
          <xsl:sequence select="if (regex-group(1)) then (regex-group(1), regex-group(2), regex-group(3))
                                else if (regex-group(4)) then (regex-group(4), regex-group(5), regex-group(6))
                                else (l:century(regex-group(9)), regex-group(8), regex-group(7))"/>
        </xsl:matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:variable name="day" select="string-join(for $part in $parts return format-number(number($part), '00'), '-')"/>
    <xsl:sequence select="if ($parts[1] castable as xs:integer and $day castable as xs:date
                              and not($parts[1] = ('0001', '9999'))) then xs:date($day) else ()"/>
  </xsl:function>

  <!-- Oracle's RR: 50 to 99 are of the last century. -->
  <xsl:function name="l:century" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="(if (xs:integer($year) ge 50) then '19' else '20') || $year"/>
  </xsl:function>

  <!-- A number without thousands separators. -->
  <xsl:function name="l:decimal" as="xs:decimal?">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="digits" select="replace(l:code($value), ',', '')"/>
    <xsl:sequence select="if ($digits castable as xs:decimal) then xs:decimal($digits) else ()"/>
  </xsl:function>

  <!-- GB 11643: X in capitals; 15 digits become 18 with the century 19 and the check character. -->
  <xsl:function name="l:citizen-id" as="xs:string?">
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="id" select="l:code($value)"/>
    <xsl:sequence select="if (matches($id, '^\d{15}$')) then l:with-check(substring($id, 1, 6) || '19' || substring($id, 7)) else $id"/>
  </xsl:function>

  <xsl:function name="l:with-check" as="xs:string">
    <xsl:param name="seventeen" as="xs:string"/>
    <xsl:variable name="weights" select="(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)"/>
    <xsl:variable name="sum" select="sum(for $i in 1 to 17 return $weights[$i] * xs:integer(substring($seventeen, $i, 1)))"/>
    <xsl:sequence select="$seventeen || substring('10X98765432', $sum mod 11 + 1, 1)"/>
  </xsl:function>

  <!-- GB 11714: without its hyphen. -->
  <xsl:function name="l:organisation-code" as="xs:string?">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="l:code($value) ! replace(., '[-－—–]', '')"/>
  </xsl:function>

  <!-- An element if there is a value, else nothing. -->
  <xsl:function name="l:field" as="element()?">
    <xsl:param name="namespace" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:anyAtomicType?"/>
    <xsl:if test="exists($value)">
      <xsl:element name="{$name}" namespace="{$namespace}">
        <xsl:value-of select="$value"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>

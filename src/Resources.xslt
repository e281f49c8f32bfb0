<?xml version="1.0" encoding="utf-8"?>
<!-- A .resx in, the class with a property for each of its words out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8" />
  <xsl:param name="namespace" />
  <xsl:param name="class" />

  <xsl:template match="/root">
    <xsl:text>// &lt;auto-generated /&gt;
namespace </xsl:text>
    <xsl:value-of select="$namespace" />
    <xsl:text>;

internal static class </xsl:text>
    <xsl:value-of select="$class" />
    <xsl:text>
{
    private static readonly global::JpoPatent.Words.WordBook Words = new("</xsl:text>
    <xsl:value-of select="concat($namespace, '.', $class)" />
    <xsl:text>", typeof(</xsl:text>
    <xsl:value-of select="$class" />
    <xsl:text>).Assembly);
</xsl:text>
    <xsl:for-each select="data">
      <xsl:text>
    internal static string </xsl:text>
      <xsl:value-of select="@name" />
      <xsl:text> => Words[nameof(</xsl:text>
      <xsl:value-of select="@name" />
      <xsl:text>)];
</xsl:text>
    </xsl:for-each>
    <xsl:text>}
</xsl:text>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="utf-8"?>
<!-- JpoPatent.format.ps1xml in, the same views with Japanese headings and Japanese words for values out. A heading that nobody translated ends the build. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:strip-space elements="*" />
  <xsl:param name="resources" />
  <xsl:variable name="table" select="document(concat($resources, 'Headings.ja.resx'))/root/data" />

  <!-- Properties whose values are words: enumerations, truths, periods. -->
  <xsl:variable name="worded" select="' State Law Kind Importance EndedBecause Source Group IsAvailable IsSandbox IsPending IsOver IsAnswered IsInternationalBureauDocument FromCache ResponsePeriod Unit RunsFrom Purpose IsEarliest IsForResidentsAbroad IsStated '" />

  <!-- Properties whose values are lists, in the types that have no list in the file of views. -->
  <xsl:variable name="listed" select="' PriorityRights DivisionalApplications Documents SimilarCodes References Ipcs Originals Unprocessed '" />
  <xsl:variable name="quote">'</xsl:variable>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="comment()">
    <xsl:comment> Made by the build from JpoPatent.format.ps1xml and Resources/Headings.ja.resx. </xsl:comment>
  </xsl:template>

  <xsl:template match="ViewDefinitions">
    <xsl:copy>
      <xsl:apply-templates />
      <xsl:for-each select="document(concat($resources, 'Lists.ja.xml'))/lists/list">
        <View>
          <Name>
            <xsl:value-of select="@of" />
          </Name>
          <ViewSelectedBy>
            <TypeName>
              <xsl:value-of select="concat('JpoPatent.', @of)" />
            </TypeName>
          </ViewSelectedBy>
          <ListControl>
            <ListEntries>
              <ListEntry>
                <ListItems>
                  <xsl:call-template name="items">
                    <xsl:with-param name="view" select="@of" />
                    <xsl:with-param name="names" select="concat(normalize-space(.), ' ')" />
                  </xsl:call-template>
                </ListItems>
              </ListEntry>
            </ListEntries>
          </ListControl>
        </View>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="items">
    <xsl:param name="view" />
    <xsl:param name="names" />
    <xsl:variable name="name" select="substring-before($names, ' ')" />
    <xsl:if test="$name">
      <ListItem>
        <Label>
          <xsl:call-template name="heading">
            <xsl:with-param name="view" select="$view" />
            <xsl:with-param name="label" select="$name" />
          </xsl:call-template>
        </Label>
        <xsl:call-template name="value">
          <xsl:with-param name="name" select="$name" />
          <xsl:with-param name="view" select="$view" />
        </xsl:call-template>
      </ListItem>
      <xsl:call-template name="items">
        <xsl:with-param name="view" select="$view" />
        <xsl:with-param name="names" select="substring-after($names, ' ')" />
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="Label">
    <Label>
      <xsl:call-template name="heading" />
    </Label>
  </xsl:template>

  <xsl:template match="TableColumnHeader/Width">
    <xsl:variable name="own" select="$table[@name = concat(current()/ancestor::View/Name, '.', current()/../Label, '.Width')]/value" />
    <xsl:variable name="heading">
      <xsl:call-template name="heading">
        <xsl:with-param name="label" select="../Label" />
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="wide" select="2 * string-length($heading)" />
    <Width>
      <xsl:choose>
        <xsl:when test="$own">
          <xsl:value-of select="$own" />
        </xsl:when>
        <xsl:when test="$wide &gt; .">
          <xsl:value-of select="$wide" />
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="." />
        </xsl:otherwise>
      </xsl:choose>
    </Width>
  </xsl:template>

  <xsl:template match="ListItem/PropertyName[not(../Label)]">
    <Label>
      <xsl:call-template name="heading" />
    </Label>
    <xsl:call-template name="value" />
  </xsl:template>

  <xsl:template match="PropertyName">
    <xsl:call-template name="value" />
  </xsl:template>

  <xsl:template name="value">
    <xsl:param name="name" select="." />
    <xsl:param name="view" select="ancestor::View/Name" />
    <xsl:choose>
      <xsl:when test="$name = 'Kind' and $view = 'JpoDueDate'">
        <ScriptBlock>[JpoPatent.JpoView]::Word($_.Kind, $_.Law)</ScriptBlock>
      </xsl:when>
      <xsl:when test="$name = 'Property' and ($view = 'JpoCaseChange' or $view = 'JpoWatchChange')">
        <ScriptBlock>[JpoPatent.JpoView]::CaseProperty($_.Property)</ScriptBlock>
      </xsl:when>
      <xsl:when test="($name = 'Before' or $name = 'After') and ($view = 'JpoCaseChange' or $view = 'JpoWatchChange')">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::CaseValue($_.Property, $_.', $name, ', $_.Law)')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:when test="contains($worded, concat(' ', $name, ' '))">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::Word($_.', $name, ')')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:when test="contains($listed, concat(' ', $name, ' '))">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::List($_.', $name, ')')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:when test="$name = 'ErasureIdentifier' or $name = 'CitationType'">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::Code(', $quote, $name, $quote, ', $_.', $name, ')')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:when test="contains(' RetrievedAt ResetsAt DetectedAt ObservedAt FinishesAt ', concat(' ', $name, ' '))">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::Moment($_.', $name, ')')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:when test="substring($name, string-length($name) - 3) = 'Date' or $name = 'Night' or $name = 'PreviousLook'">
        <ScriptBlock>
          <xsl:value-of select="concat('[JpoPatent.JpoView]::Day($_.', $name, ')')" />
        </ScriptBlock>
      </xsl:when>
      <xsl:otherwise>
        <PropertyName>
          <xsl:value-of select="$name" />
        </PropertyName>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="view" select="ancestor::View/Name" />
    <xsl:param name="label" select="." />
    <xsl:variable name="own" select="$table[@name = concat($view, '.', $label)]/value" />
    <xsl:variable name="common" select="$table[@name = $label]/value" />
    <xsl:choose>
      <xsl:when test="$own">
        <xsl:value-of select="$own" />
      </xsl:when>
      <xsl:when test="$common">
        <xsl:value-of select="$common" />
      </xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes">Resources/Headings.ja.resx has no Japanese for the heading <xsl:value-of select="concat($view, '.', $label)" /></xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

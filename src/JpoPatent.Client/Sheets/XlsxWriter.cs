using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading;
using System.Xml;
using JpoPatent.Time;

namespace JpoPatent.Sheets;

/// <summary>
/// A workbook of one worksheet for people to work on: bold header that stays in sight and repeats on paper, filter,
/// widths by content, days as days, and every text in a text cell, so that zeros in front stay and nothing runs as a
/// formula.
/// </summary>
internal sealed class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const int NumberStyle = 0;
    private const int TextStyle = 1;
    private const int WrappedStyle = 2;
    private const int DayStyle = 3;
    private const int MomentStyle = 4;
    private const int HeaderStyle = 5;
    private const int LinkStyle = 6;

    private const int MinWidth = 8;
    private const int MaxWidth = 60;
    private const int MaxSheetName = 31;

    /// <summary>Excel keeps fifteen digits of a number; more of them stay in a text cell.</summary>
    private const long MaxExact = 999_999_999_999_999;

    // A zip knows no earlier day. The same rows give the same file.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SheetContent _content;
    private readonly CancellationToken _stop;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];
    private readonly List<(string Cell, Uri Address)> _links = [];
    private int _stringCells;

    private XlsxWriter(SheetContent content, CancellationToken stop)
    {
        _content = content;
        _stop = stop;
    }

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">Header and rows.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="JpoSheetException">There are more rows or columns than a worksheet has.</exception>
    internal static void Write(Stream stream, SheetContent content, CancellationToken cancellationToken)
    {
        if (content.Rows.Count >= SheetLimits.MaxRows || content.Headings.Count > SheetLimits.MaxColumns)
        {
            throw new JpoSheetException(string.Format(
                CultureInfo.InvariantCulture,
                Client.SheetMessages.TooLargeForExcel,
                content.Rows.Count,
                content.Headings.Count,
                SheetLimits.MaxRows,
                SheetLimits.MaxColumns));
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        new XlsxWriter(content, cancellationToken).WriteTo(zip);
    }

    private void WriteTo(ZipArchive zip)
    {
        Part(zip, "[Content_Types].xml", WriteContentTypes);
        Part(
            zip,
            "_rels/.rels",
            static xml => WriteRelations(xml, [("rId1", Office + "/officeDocument", "xl/workbook.xml", false)]));
        Part(zip, "xl/workbook.xml", WriteWorkbook);
        Part(zip, "xl/_rels/workbook.xml.rels", static xml => WriteRelations(xml,
        [
            ("rId1", Office + "/worksheet", "worksheets/sheet1.xml", false),
            ("rId2", Office + "/styles", "styles.xml", false),
            ("rId3", Office + "/sharedStrings", "sharedStrings.xml", false),
        ]));
        Part(zip, "xl/styles.xml", WriteStyles);
        Part(zip, "xl/worksheets/sheet1.xml", WriteSheet);
        if (_links.Count > 0)
        {
            Part(zip, "xl/worksheets/_rels/sheet1.xml.rels", xml =>
            {
                var relations = new List<(string, string, string, bool)>(_links.Count);
                for (int i = 0; i < _links.Count; i++)
                {
                    relations.Add((LinkId(i), Office + "/hyperlink", _links[i].Address.AbsoluteUri, true));
                }

                WriteRelations(xml, relations);
            });
        }

        Part(zip, "xl/sharedStrings.xml", WriteStrings);
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using Stream stream = entry.Open();
        using XmlWriter xml = XmlWriter.Create(
            stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static string LinkId(int index) => "rId" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static void WriteRelations(
        XmlWriter xml, IReadOnlyList<(string Id, string Type, string Target, bool IsExternal)> relations)
    {
        xml.WriteStartElement("Relationships", Package);
        foreach ((string id, string type, string target, bool isExternal) in relations)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            if (isExternal)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", ContentTypes);
        foreach ((string extension, string type) in ((string, string)[])[
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
        ])
        {
            xml.WriteStartElement("Default", ContentTypes);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        foreach ((string part, string type) in ((string, string)[])
            [
                ("/xl/workbook.xml", "sheet.main+xml"),
                ("/xl/worksheets/sheet1.xml", "worksheet+xml"),
                ("/xl/styles.xml", "styles+xml"),
                ("/xl/sharedStrings.xml", "sharedStrings+xml"),
            ])
        {
            xml.WriteStartElement("Override", ContentTypes);
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", SpreadsheetType + type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteWorkbook(XmlWriter xml)
    {
        string name = SheetName(_content.Name);
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        xml.WriteStartElement("sheet", Main);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Office, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (_content.Headings.Count > 0)
        {
            string quoted = "'" + name.Replace("'", "''") + "'!";
            xml.WriteStartElement("definedNames", Main);
            Define(
                xml,
                "_xlnm._FilterDatabase",
                quoted + "$A$1:$" + LastColumn + "$" + Number(_content.Rows.Count + 1),
                isHidden: true);
            Define(xml, "_xlnm.Print_Titles", quoted + "$1:$1", isHidden: false);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Define(XmlWriter xml, string name, string area, bool isHidden)
    {
        xml.WriteStartElement("definedName", Main);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", "0");
        if (isHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString(area);
        xml.WriteEndElement();
    }

    private static void WriteStyles(XmlWriter xml)
    {
        // Ids of formats are the writer's own from 164 on. Style numbers are those of the
        // constants above, in their order.
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
            + "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Yu Gothic\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Yu Gothic\"/></font>"
            + "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Yu Gothic\"/></font></fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\">"
            + "<fgColor rgb=\"FFDDEBF7\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"7\">"
            + Style(0, 0, 0, false) + Style(49, 0, 0, false) + Style(49, 0, 0, true) + Style(164, 0, 0, false)
            + Style(165, 0, 0, false) + Style(49, 1, 2, true) + Style(49, 2, 0, false)
            + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
        xml.WriteEndElement();
    }

    private static string Style(int format, int font, int fill, bool isWrapped) => string.Format(
        CultureInfo.InvariantCulture,
        "<xf numFmtId=\"{0}\" fontId=\"{1}\" fillId=\"{2}\" borderId=\"0\" xfId=\"0\""
        + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"top\"{3}/></xf>",
        format,
        font,
        fill,
        isWrapped ? " wrapText=\"1\"" : string.Empty);

    private void WriteSheet(XmlWriter xml)
    {
        int columns = _content.Headings.Count;
        string area = columns == 0 ? "A1" : "A1:" + LastColumn + Number(_content.Rows.Count + 1);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"" + area + "\"/>"
            + "<sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
            + "<sheetFormatPr defaultRowHeight=\"18.75\"/>");
        WriteWidths(xml);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, _content.Headings, isHeader: true);
        for (int i = 0; i < _content.Rows.Count; i++)
        {
            _stop.ThrowIfCancellationRequested();
            WriteRow(xml, i + 2, _content.Rows[i], isHeader: false);
        }

        xml.WriteEndElement();
        if (columns > 0)
        {
            xml.WriteRaw("<autoFilter ref=\"" + area + "\"/>");
        }

        if (_links.Count > 0)
        {
            xml.WriteStartElement("hyperlinks", Main);
            for (int i = 0; i < _links.Count; i++)
            {
                xml.WriteStartElement("hyperlink", Main);
                xml.WriteAttributeString("ref", _links[i].Cell);
                xml.WriteAttributeString("r", "id", Office, LinkId(i));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        if (columns > 0)
        {
            // Numbers of cases are text on purpose: no green corner on each of them.
            xml.WriteRaw(
                "<ignoredErrors><ignoredError sqref=\"" + area + "\" numberStoredAsText=\"1\"/></ignoredErrors>");
        }

        xml.WriteEndElement();
    }

    private void WriteWidths(XmlWriter xml)
    {
        if (_content.Headings.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols", Main);
        for (int column = 0; column < _content.Headings.Count; column++)
        {
            // Two more for the button of the filter.
            int width = TextWidth(_content.Headings[column]) + 2;
            foreach (IReadOnlyList<object?> row in _content.Rows)
            {
                width = Math.Max(width, TextWidth(CellText.Of(row[column])));
                if (width >= MaxWidth)
                {
                    break;
                }
            }

            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Number(column + 1));
            xml.WriteAttributeString("max", Number(column + 1));
            xml.WriteAttributeString("width", Number(Math.Min(MaxWidth, Math.Max(MinWidth, width + 2))));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int number, IReadOnlyList<object?> values, bool isHeader)
    {
        string row = Number(number);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row);
        for (int column = 0; column < values.Count; column++)
        {
            WriteCell(xml, CellAddress.Letters(column) + row, values[column], isHeader);
        }

        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, string address, object? value, bool isHeader)
    {
        switch (value)
        {
            case null or "":
                return;
            case bool truth:
                Cell(xml, address, NumberStyle, "b", truth ? "1" : "0");
                return;
            case DateTimeOffset moment when SerialDay.Write(JapanTime.ToJapan(moment).DateTime) is { } serial:
                Cell(xml, address, MomentStyle, null, serial.ToString("R", CultureInfo.InvariantCulture));
                return;
            case DateTime day when SerialDay.Write(day) is { } serial:
                Cell(
                    xml,
                    address,
                    day.TimeOfDay == TimeSpan.Zero ? DayStyle : MomentStyle,
                    null,
                    serial.ToString("R", CultureInfo.InvariantCulture));
                return;
            case byte or sbyte or short or ushort or int or uint:
            case long whole when whole is >= -MaxExact and <= MaxExact:
                Cell(xml, address, NumberStyle, null, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                return;
            case float or double or decimal when IsFinite(value):
                Cell(
                    xml,
                    address,
                    NumberStyle,
                    null,
                    Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                return;
            case SheetLink link when _links.Count < SheetLimits.MaxLinks:
                _links.Add((address, link.Address));
                Cell(xml, address, LinkStyle, "s", Number(Shared(link.Text)));
                return;
        }

        string text = CellText.Lines(CellText.Of(value));
        int style = isHeader ? HeaderStyle
            : text.IndexOf('\n') >= 0 || TextWidth(text) > MaxWidth ? WrappedStyle
            : TextStyle;
        Cell(xml, address, style, "s", Number(Shared(text)));
    }

    private static void Cell(XmlWriter xml, string address, int style, string? type, string value)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", Number(style));
        if (type != null)
        {
            xml.WriteAttributeString("t", type);
        }

        xml.WriteElementString("v", Main, value);
        xml.WriteEndElement();
    }

    private int Shared(string text)
    {
        _stringCells++;
        string encoded = XlsxText.Encode(text);
        if (!_index.TryGetValue(encoded, out int index))
        {
            index = _strings.Count;
            _index.Add(encoded, index);
            _strings.Add(encoded);
        }

        return index;
    }

    private void WriteStrings(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Main);
        xml.WriteAttributeString("count", Number(_stringCells));
        xml.WriteAttributeString("uniqueCount", Number(_strings.Count));
        foreach (string text in _strings)
        {
            xml.WriteStartElement("si", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private string LastColumn => CellAddress.Letters(_content.Headings.Count - 1);

    private static bool IsFinite(object value)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return !double.IsNaN(number)
            && !double.IsInfinity(number)
            && (value is not decimal || Math.Abs(number) <= MaxExact);
    }

    /// <summary>The longest line, each character outside ASCII and half-width katakana counting two.</summary>
    private static int TextWidth(string text)
    {
        int widest = 0;
        int width = 0;
        foreach (char c in text)
        {
            width = c == '\n' ? 0 : width + (c < '\u0100' || c is >= '\uFF61' and <= '\uFF9F' ? 1 : 2);
            widest = Math.Max(widest, width);
            if (widest > MaxWidth)
            {
                break;
            }
        }

        return widest;
    }

    private static string SheetName(string name)
    {
        foreach (char c in (char[])['\\', '/', '?', '*', '[', ']', ':'])
        {
            name = name.Replace(c, '_');
        }

        name = name.Trim().Trim('\'');
        return name.Length == 0 ? "Sheet1" : name.Length <= MaxSheetName ? name : name.Substring(0, MaxSheetName);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

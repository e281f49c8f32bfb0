using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Xml;
using System.Xml.Linq;

namespace JpoPatent.Sheets;

/// <summary>
/// One worksheet of a workbook. Parts are found by their relationships and elements by their local names, since
/// transitional and strict workbooks have different namespaces. No entities, no DTD, no outside resources.
/// </summary>
internal sealed class XlsxReader
{
    private const string OfficeDocument = "/officeDocument";
    private const string Worksheet = "/worksheet";
    private const string SharedStrings = "/sharedStrings";
    private const string Styles = "/styles";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersInDocument = SheetLimits.MaxBytes,
    };

    private readonly ZipArchive _zip;
    private readonly CancellationToken _stop;
    private IReadOnlyList<string> _strings = [];
    private IReadOnlyList<CellFormat> _formats = [];
    private bool _isFrom1904;

    private XlsxReader(ZipArchive zip, CancellationToken stop)
    {
        _zip = zip;
        _stop = stop;
    }

    /// <summary>The rows of a worksheet.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="worksheet">The name of the worksheet; null for the first that is not hidden.</param>
    /// <param name="sheetName">The name of the worksheet that was read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JpoSheetException">It is no workbook, is damaged or locked by a password,
    /// or has no such worksheet.</exception>
    internal static List<RawRow> Read(
        Stream stream, string? worksheet, out string sheetName, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > SheetLimits.MaxParts)
            {
                throw new JpoSheetException(Client.SheetMessages.WorkbookDamaged);
            }

            return new XlsxReader(zip, cancellationToken).ReadSheet(worksheet, out sheetName);
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or NotSupportedException
            or FormatException or EndOfStreamException)
        {
            throw new JpoSheetException(Client.SheetMessages.WorkbookDamaged, error);
        }
    }

    private List<RawRow> ReadSheet(string? worksheet, out string sheetName)
    {
        string book = Relations(string.Empty).FirstOrDefault(
            relation => relation.Type.EndsWith(OfficeDocument, StringComparison.Ordinal))?.Target
            ?? "xl/workbook.xml";
        XElement workbook = Load(book) ?? throw new JpoSheetException(Client.SheetMessages.NoWorkbook);
        List<Relation> relations = [.. Relations(book)];
        string? Part(string type) =>
            relations.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal))?.Target;

        _isFrom1904 = Child(workbook, "workbookPr")?.Attribute("date1904")?.Value is "1" or "true";
        _strings = ReadStrings(Part(SharedStrings));
        _formats = ReadFormats(Part(Styles));

        var sheets = new List<(string Name, string Path, bool IsHidden)>();
        foreach (XElement sheet in Child(workbook, "sheets")?.Elements() ?? [])
        {
            string? id = sheet.Attributes().FirstOrDefault(
                attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value;
            Relation? target = relations.FirstOrDefault(relation => relation.Id == id);
            if (target != null && target.Type.EndsWith(Worksheet, StringComparison.Ordinal))
            {
                sheets.Add((
                    sheet.Attribute("name")?.Value ?? string.Empty,
                    target.Target,
                    sheet.Attribute("state")?.Value is "hidden" or "veryHidden"));
            }
        }

        int index = worksheet != null
            ? sheets.FindIndex(
                sheet => string.Equals(sheet.Name.Trim(), worksheet.Trim(), StringComparison.OrdinalIgnoreCase))
            : Math.Max(sheets.FindIndex(sheet => !sheet.IsHidden), sheets.Count > 0 ? 0 : -1);
        if (index < 0)
        {
            string names = string.Join(", ", sheets.Select(sheet => sheet.Name));
            throw new JpoSheetException(worksheet == null
                ? Client.SheetMessages.NoWorkbook
                : string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.NoWorksheet, worksheet, names));
        }

        sheetName = sheets[index].Name;
        return ReadRows(sheets[index].Path, sheetName);
    }

    private List<RawRow> ReadRows(string path, string sheetName)
    {
        var rows = new List<RawRow>();
        using XmlReader xml = Open(path) ?? throw new JpoSheetException(Client.SheetMessages.WorkbookDamaged);
        int number = 0;
        int cells = 0;
        int lastColumn = -1;
        RawRow? row = null;
        var joined = new HashSet<int>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                _stop.ThrowIfCancellationRequested();
                number = RowNumber(xml.GetAttribute("r"), number, sheetName);
                lastColumn = -1;
                row = new RawRow(number);
                rows.Add(row);
            }
            else if (xml.LocalName == "c" && row != null)
            {
                string? address = xml.GetAttribute("r");
                int column = string.IsNullOrEmpty(address) ? lastColumn + 1 : CellAddress.Column(address!);
                if (column is < 0 or >= SheetLimits.MaxColumns)
                {
                    throw new JpoSheetException(string.Format(
                        CultureInfo.InvariantCulture, Client.SheetMessages.NoSuchCell, sheetName, address ?? "?"));
                }

                lastColumn = column;
                object? value = ReadCell(xml);
                if (value is not (null or ""))
                {
                    row.Add(column, value);
                    if (++cells > SheetLimits.MaxCells)
                    {
                        throw new JpoSheetException(string.Format(
                            CultureInfo.InvariantCulture, Client.SheetMessages.TooManyCells, SheetLimits.MaxCells));
                    }
                }
            }
            else if (xml.LocalName == "mergeCell" && JoinedRow(xml.GetAttribute("ref")) is { } first)
            {
                joined.Add(first);
            }
            else if (xml.LocalName is "extLst" or "conditionalFormatting" or "dataValidations")
            {
                xml.Skip();
            }
        }

        rows.RemoveAll(static known => known.Cells.Count == 0);
        foreach (RawRow known in rows)
        {
            known.IsJoinedToNext = joined.Contains(known.Number);
        }

        rows.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return rows;
    }

    /// <summary>The upper row of a cell that takes one column and two rows, A1:A2; null for every other one.</summary>
    private static int? JoinedRow(string? reference)
    {
        string[] ends = (reference ?? string.Empty).Split(':');
        return ends.Length == 2
            && CellAddress.Column(ends[0]) == CellAddress.Column(ends[1])
            && RowOf(ends[0]) is { } first
            && RowOf(ends[1]) == first + 1
            ? first
            : null;
    }

    private static int? RowOf(string address) =>
        int.TryParse(
            address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int row)
            ? row
            : null;

    private static int RowNumber(string? written, int before, string sheetName)
    {
        if (written == null)
        {
            written = (before + 1).ToString(CultureInfo.InvariantCulture);
        }

        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is > 0 and <= SheetLimits.MaxRows
            ? number
            : throw new JpoSheetException(string.Format(
                CultureInfo.InvariantCulture, Client.SheetMessages.NoSuchCell, sheetName, written));
    }

    /// <summary>The value of the cell on which the reader stands; afterwards it stands on the cell's end.</summary>
    private object? ReadCell(XmlReader xml)
    {
        string? type = xml.GetAttribute("t");
        int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int style);
        if (xml.IsEmptyElement)
        {
            return null;
        }

        string? written = null;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                if (xml.LocalName == "v")
                {
                    written = TextOf(xml);
                }
                else if (xml.LocalName == "is")
                {
                    written = RichText(xml);
                }
            }
        }

        if (written == null)
        {
            return null;
        }

        switch (type)
        {
            case "s":
                return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                    && index < _strings.Count
                    ? _strings[index]
                    : throw new JpoSheetException(Client.SheetMessages.WorkbookDamaged);
            case "str" or "inlineStr":
                return XlsxText.Decode(written);
            case "e":
                return written;
            case "b":
                return written == "1" || written.Equals("true", StringComparison.OrdinalIgnoreCase);
            case "d":
                return DateTime.TryParse(
                    written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime day)
                    ? DateTime.SpecifyKind(day, DateTimeKind.Unspecified)
                    : written;
            default:
                return written.Length == 0
                    ? null
                    : (style < _formats.Count ? _formats[style] : CellFormat.Of(0, null)).Apply(written, _isFrom1904);
        }
    }

    private List<string> ReadStrings(string? path)
    {
        var strings = new List<string>();
        using XmlReader? xml = path == null ? null : Open(path);
        while (xml != null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(XlsxText.Decode(xml.IsEmptyElement ? string.Empty : RichText(xml)));
                if (strings.Count > SheetLimits.MaxCells)
                {
                    throw new JpoSheetException(string.Format(
                        CultureInfo.InvariantCulture, Client.SheetMessages.TooManyCells, SheetLimits.MaxCells));
                }
            }
        }

        return strings;
    }

    private List<CellFormat> ReadFormats(string? path)
    {
        XElement? styles = path == null ? null : Load(path);
        var codes = new Dictionary<int, string>();
        foreach (XElement format in Child(styles, "numFmts")?.Elements() ?? [])
        {
            if (int.TryParse(
                format.Attribute("numFmtId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                codes[id] = format.Attribute("formatCode")?.Value ?? string.Empty;
            }
        }

        var formats = new List<CellFormat>();
        foreach (XElement style in Child(styles, "cellXfs")?.Elements() ?? [])
        {
            int.TryParse(
                style.Attribute("numFmtId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int id);
            formats.Add(CellFormat.Of(id, codes.TryGetValue(id, out string? code) ? code : null));
        }

        return formats;
    }

    /// <summary>The runs of a text, without the readings (furigana) that Excel keeps beside them.</summary>
    private static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        string? first = null;
        StringBuilder? all = null;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName is "rPh" or "phoneticPr" or "rPr")
            {
                SkipWithin(xml);
            }
            else if (xml.LocalName == "t")
            {
                string run = TextOf(xml);
                if (first == null)
                {
                    first = run;
                }
                else
                {
                    (all ??= new StringBuilder(first)).Append(run);
                }
            }
        }

        return all?.ToString() ?? first ?? string.Empty;
    }

    /// <summary>
    /// The text of the element on which the reader stands; afterwards it stands on the element's end, so that the
    /// loop around it loses no neighbour.
    /// </summary>
    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        string text = string.Empty;
        StringBuilder? all = null;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace)
            {
                if (text.Length == 0)
                {
                    text = xml.Value;
                }
                else
                {
                    (all ??= new StringBuilder(text)).Append(xml.Value);
                }
            }
        }

        return all?.ToString() ?? text;
    }

    private static void SkipWithin(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    private IEnumerable<Relation> Relations(string part)
    {
        int slash = part.LastIndexOf('/') + 1;
        XElement? all = Load(part.Substring(0, slash) + "_rels/" + part.Substring(slash) + ".rels");
        foreach (XElement one in all?.Elements() ?? [])
        {
            if (one.Attribute("TargetMode")?.Value != "External")
            {
                yield return new Relation(
                    one.Attribute("Id")?.Value ?? string.Empty,
                    one.Attribute("Type")?.Value ?? string.Empty,
                    Resolve(part.Substring(0, slash), one.Attribute("Target")?.Value ?? string.Empty));
            }
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith("/", StringComparison.Ordinal))
        {
            return target.Substring(1);
        }

        var steps = new List<string>(folder.Split(['/'], StringSplitOptions.RemoveEmptyEntries));
        foreach (string step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join("/", steps);
    }

    private XElement? Load(string path)
    {
        using XmlReader? xml = Open(path);
        return xml == null ? null : XDocument.Load(xml).Root;
    }

    private XmlReader? Open(string path)
    {
        ZipArchiveEntry? entry = _zip.GetEntry(path)
            ?? _zip.Entries.FirstOrDefault(
                known => string.Equals(known.FullName.Replace('\\', '/'), path, StringComparison.OrdinalIgnoreCase));
        return entry == null ? null : XmlReader.Create(new BoundedStream(entry.Open()), Settings);
    }

    private static XElement? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private sealed class Relation(string id, string type, string target)
    {
        internal string Id { get; } = id;

        internal string Type { get; } = type;

        internal string Target { get; } = target;
    }
}

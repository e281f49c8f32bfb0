using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using JpoPatent.Sheets;

namespace JpoPatent.Tests.Sheets;

/// <summary>Workbooks made by hand, with whatever a reader may meet.</summary>
internal sealed class WorkbookForge
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Rows)> _sheets = [];
    private readonly List<string> _formats = [];
    private readonly List<int> _ids = [0];

    internal string Strings { get; set; } = string.Empty;

    internal string Declaration { get; set; } = "<?xml version=\"1.0\"?>";

    internal bool IsFrom1904 { get; set; }

    /// <summary>Cells that are joined, in every worksheet, such as A1:B2.</summary>
    internal string[] Merged { get; set; } = [];

    internal Dictionary<string, byte[]> More { get; } = [];

    internal WorkbookForge Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, state, rows));
        return this;
    }

    /// <summary>The style of a format of one's own.</summary>
    internal int Style(string code)
    {
        _formats.Add(code);
        return Style(163 + _formats.Count);
    }

    /// <summary>The style of a built-in format.</summary>
    internal int Style(int id)
    {
        _ids.Add(id);
        return _ids.Count - 1;
    }

    internal byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"/xl/book.xml\"/></Relationships>");
            string sheets = string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>"));
            Add("xl/book.xml", $"{Declaration}<workbook {Main} xmlns:r=\"{Office}\"><workbookPr{(IsFrom1904 ? " date1904=\"1\"" : string.Empty)}/><sheets>{sheets}</sheets></workbook>");
            string relations = string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/page{i}.xml\"/>"));
            Add(
                "xl/_rels/book.xml.rels",
                $"<Relationships>{relations}<Relationship Id=\"x\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"y\" Type=\"{Office}/sharedStrings\" Target=\"strings.xml\"/></Relationships>");
            string formats = string.Concat(_formats.Select((code, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>"));
            Add("xl/styles.xml", $"<styleSheet {Main}><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{string.Concat(_ids.Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>");
            Add("xl/strings.xml", $"<sst {Main}>{Strings}</sst>");
            string merged = Merged.Length == 0 ? string.Empty : $"<mergeCells>{string.Concat(Merged.Select(cells => $"<mergeCell ref=\"{cells}\"/>"))}</mergeCells>";
            for (int i = 0; i < _sheets.Count; i++)
            {
                Add($"xl/worksheets/page{i}.xml", $"{Declaration}<worksheet {Main}><sheetData>{_sheets[i].Rows}</sheetData>{merged}</worksheet>");
            }

            foreach (KeyValuePair<string, byte[]> part in More)
            {
                using Stream stream = zip.CreateEntry(part.Key).Open();
                stream.Write(part.Value);
            }

            void Add(string name, string text)
            {
                if (!More.ContainsKey(name))
                {
                    using Stream stream = zip.CreateEntry(name).Open();
                    stream.Write(Encoding.UTF8.GetBytes(text));
                }
            }
        }

        return bytes.ToArray();
    }

    internal SheetTable Read(string? worksheet = null) => Read(Build(), "list.xlsx", worksheet);

    internal static SheetTable Read(byte[] bytes, string name = "list.csv", string? worksheet = null, Encoding? encoding = null)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return SheetFile.Read(path, encoding, worksheet, static heading => heading is "出願番号" or "Application No.", CancellationToken.None);
    }
}

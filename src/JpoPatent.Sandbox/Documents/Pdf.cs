using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JpoPatent.Sandbox.Documents;

/// <summary>A PDF file of one page with a few lines of plain text.</summary>
internal static class Pdf
{
    public static byte[] Write(IEnumerable<string> lines)
    {
        var page = new StringBuilder("BT /F1 11 Tf 56 780 Td 16 TL\n");
        foreach (string line in lines)
        {
            page.Append('(').Append(line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)"))
                .Append(") Tj T*\n");
        }

        page.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + page.Length.ToString(CultureInfo.InvariantCulture) + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(" 0 obj\n").Append(objects[i])
                .Append("\nendobj\n");
        }

        int table = file.Length;
        file.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (int offset in offsets)
        {
            file.Append(offset.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        file.Append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
            .Append(table.ToString(CultureInfo.InvariantCulture)).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
